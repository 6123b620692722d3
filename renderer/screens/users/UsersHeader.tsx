// The head of the Users screen: adding and copying people, and taking the list out of the program.
import { Button, Kbd } from '@mantine/core';
import { Copy, Download, Printer, UserPlus } from 'lucide-react';
import { Can } from '../../access/Can.tsx';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useSession } from '../../session/useSession.ts';
import { useScreenKeys } from './useScreenKeys.ts';

interface UsersHeaderProps {
  readonly canCopy: boolean;
  readonly isPrinting: boolean;
  readonly onAdd: () => void;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

export function UsersHeader({ canCopy, isPrinting, onAdd, onCopy, onExport, onPrint }: UsersHeaderProps) {
  const mayExport = useSession().can('user:export');
  // Not through an open dialog: codes that are shown only once may stand in it.
  useScreenKeys({ 'mod+n': onAdd, ...(mayExport ? { 'mod+e': onExport, 'mod+p': onPrint } : {}) });
  return (
    <PageHeader
      title="Users"
      actions={
        <>
          <Button
            size="sm"
            leftSection={<UserPlus size={16} aria-hidden />}
            rightSection={<Kbd size="xs">{SHORTCUTS.add.shown}</Kbd>}
            aria-keyshortcuts={SHORTCUTS.add.aria}
            onClick={onAdd}
          >
            Add user
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<Copy size={16} aria-hidden />}
            disabled={!canCopy}
            title={canCopy ? undefined : 'Choose the person to copy in the list first'}
            onClick={onCopy}
          >
            Copy…
          </Button>
          <Can permission="user:export">
            <Button
              size="sm"
              variant="default"
              leftSection={<Download size={16} aria-hidden />}
              aria-keyshortcuts={SHORTCUTS.export.aria}
              title={SHORTCUTS.export.shown}
              onClick={onExport}
            >
              Export CSV…
            </Button>
            <Button
              size="sm"
              variant="default"
              leftSection={<Printer size={16} aria-hidden />}
              aria-keyshortcuts={SHORTCUTS.print.aria}
              title={SHORTCUTS.print.shown}
              loading={isPrinting}
              onClick={onPrint}
            >
              Print
            </Button>
          </Can>
        </>
      }
    />
  );
}
