// A table that may be wider than the page: it scrolls by itself, by key as well as by mouse.
import type { ReactNode } from 'react';
import classes from './import.module.css';

/** The box is a tab stop, or nobody without a mouse could see its right end. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box without controls must be reachable by key
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
