// The search box over a list: searches while one types, Ctrl+F brings the cursor here.
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { SHORTCUTS } from '../app/shortcuts.ts';
import { usePageKeys } from '../app/usePageKeys.ts';
import classes from './ListScreen.module.css';

interface ListSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** How long typing must rest before a list is asked again. */
export const SEARCH_REST_MS = 200;

/** A labelled search box; Esc empties it, the arrow down goes on to the list. */
export function ListSearch({ label, value, onChange }: ListSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  usePageKeys([[SHORTCUTS.find.keys, () => input.current?.select()]]);
  return (
    <TextInput
      ref={input}
      className={classes.search ?? ''}
      type="search"
      aria-label={label}
      placeholder={label}
      aria-keyshortcuts={SHORTCUTS.find.aria}
      maxLength={100}
      value={value}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        value === '' ? (
          <Kbd size="xs">{SHORTCUTS.find.shown}</Kbd>
        ) : (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => onChange('')} />
        )
      }
      rightSectionWidth={value === '' ? 64 : 34}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onChange('');
        } else if (event.key === 'ArrowDown') {
          event.preventDefault();
          document.querySelector<HTMLElement>('#main [role="grid"][tabindex="0"]')?.focus();
        }
      }}
    />
  );
}
