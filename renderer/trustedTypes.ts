// Imported first: the only strings the page may turn into markup, and a schema library that compiles no code.
import { z } from 'zod';

interface PolicyFactory {
  createPolicy(name: 'default', rules: { createHTML: (markup: string) => string | null }): unknown;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
// The theme writes its CSS variables through innerHTML; nothing else in the page does, and CSS holds no `<`.
// Source: stack.md P8.
factory?.createPolicy('default', { createHTML: (markup) => (markup.includes('<') ? null : markup) });

// The dialogs' scroll lock writes a style element and looks for the nonce under this name.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });

// Otherwise its first object schema tries to compile a function, which the content policy forbids.
z.config({ jitless: true });
