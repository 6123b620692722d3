// On a patient's record: share it for a time, print the copy, tell who opened it (S2.106, S1.23).
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { ShareAction } from '../../components/share/ShareAction.tsx';
import { AccessesDialog } from './AccessesDialog.tsx';
import { CopyDialog } from './CopyDialog.tsx';

/** Each for whoever holds its right. */
export function PatientActs({ patientId }: { readonly patientId: string }) {
  const [open, setOpen] = useState<'copy' | 'accesses' | null>(null);
  const close = () => setOpen(null);
  return (
    <Group gap="xs">
      <ShareAction patientId={patientId} />
      <Can permission="patient:printCopy">
        <Button size="xs" variant="default" onClick={() => setOpen('copy')}>
          Print a copy…
        </Button>
      </Can>
      <Can permission="patient:readAccesses">
        <Button size="xs" variant="default" onClick={() => setOpen('accesses')}>
          Who opened it…
        </Button>
      </Can>
      {open === 'copy' ? <CopyDialog patientId={patientId} onClose={close} /> : null}
      {open === 'accesses' ? <AccessesDialog patientId={patientId} onClose={close} /> : null}
    </Group>
  );
}
