// The look: dense, calm, readable at arm's length; contrast settings that passed the accessibility check.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { chooseByEnter } from './components/chooseByEnter.ts';

const slate: MantineColorsTuple = [
  '#eef5fb',
  '#d9e7f3',
  '#b2cee6',
  '#88b3d9',
  '#659dce',
  '#4f8fc7',
  '#4188c4',
  '#2e71a8',
  '#1f5f92',
  '#124d7b',
];

/** Blue-grey instead of the kit's neutral grey, so that panels, boxes and bars belong together. */
const dark: MantineColorsTuple = [
  '#d6dde3',
  '#b9c2ca',
  '#a3adb7',
  '#6b7783',
  '#424d58',
  '#333d47',
  '#252d36',
  '#1b2026',
  '#161b21',
  '#101418',
];

// Source: stack.md section 3, the theme that ran without a finding.
export const theme = createTheme({
  colors: { slate, dark },
  primaryColor: 'slate',
  primaryShade: 8,
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 4,
  cursorType: 'pointer',
  fontFamily: '"Segoe UI", system-ui, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: '"Cascadia Mono", Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  components: {
    Badge: {
      defaultProps: { variant: 'filled', radius: 'sm' },
      styles: { label: { textTransform: 'none', fontWeight: 600 } },
    },
    MultiSelect: { defaultProps: { onKeyDownCapture: chooseByEnter } },
    Select: { defaultProps: { onKeyDownCapture: chooseByEnter } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // The head of a dialog is no banner of the page, though the kit makes it a header element.
    Modal: {
      defaultProps: {
        centered: true,
        // Gone at once: while it faded out, the keys that wait for an open dialog would have gone lost.
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.45 },
        // A click that misses the dialog must not throw away what was typed in it.
        closeOnClickOutside: false,
        attributes: { header: { role: 'presentation' } },
      },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-dimmed': '#515960',
    '--keyward-ground': '#f4f6f8',
    '--keyward-panel': '#ffffff',
    '--keyward-line': '#d5dbe1',
    '--keyward-bar': '#17324a',
    '--keyward-bar-text': '#f1f6fa',
    '--keyward-bar-hover': '#264a69',
    '--keyward-row-selected': '#dcebf7',
  },
  dark: {
    '--mantine-color-error': '#ffa8a8',
    '--mantine-color-placeholder': '#a6a7ab',
    '--mantine-color-dimmed': '#a9b0b6',
    '--keyward-ground': '#14181d',
    '--keyward-panel': '#1b2026',
    '--keyward-line': '#39424c',
    '--keyward-bar': '#0f2233',
    '--keyward-bar-text': '#e6edf3',
    '--keyward-bar-hover': '#1f3c56',
    '--keyward-row-selected': '#1d3f5c',
  },
});

/** The nonce of this response; without it the theme's own styles would be refused. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
