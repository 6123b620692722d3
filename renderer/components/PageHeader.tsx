// The head of a page: its name and what can be done there.
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function PageHeader({ title, actions }: { readonly title: string; readonly actions?: ReactNode }) {
  return (
    <header className="page-head">
      <Title order={1} size="h3" tabIndex={-1} data-page-title>
        {title}
      </Title>
      {actions === undefined ? null : <div className="page-actions">{actions}</div>}
    </header>
  );
}
