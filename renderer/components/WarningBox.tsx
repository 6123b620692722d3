// What somebody should look at before going on; it stops nothing.
import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface WarningBoxProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Title and text stand in the colour of text: the kit's own is too pale on the page. */
export function WarningBox({ title, children }: WarningBoxProps) {
  return (
    <Alert
      variant="outline"
      color="orange"
      icon={<TriangleAlert size={20} aria-hidden />}
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
