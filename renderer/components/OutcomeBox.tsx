// How something ended: good or bad, in words, with an icon and a coloured edge.
import { Alert } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';

interface OutcomeBoxProps {
  readonly isGood: boolean;
  readonly title: string;
  readonly children: ReactNode;
}

/** The title stands in the colour of text: the kit's own is too pale on the page. */
export function OutcomeBox({ isGood, title, children }: OutcomeBoxProps) {
  return (
    <Alert
      variant="outline"
      color={isGood ? 'green' : 'red'}
      icon={isGood ? <CircleCheck size={20} aria-hidden /> : <CircleAlert size={20} aria-hidden />}
      title={title}
      styles={{
        root: { background: 'var(--keyward-panel)' },
        title: { color: 'var(--mantine-color-text)' },
        message: { color: 'var(--mantine-color-text)' },
      }}
    >
      {children}
    </Alert>
  );
}
