// On a patient's record: share it with somebody for a time (S2.106).
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../session/useSession.ts';
import { ShareDialog } from './ShareDialog.tsx';

/** Nothing for whoever may not share. */
export function ShareAction({ patientId }: { readonly patientId: string }) {
  const { can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (!can('patientGrant:create')) return null;
  return (
    <Group>
      <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
        Share…
      </Button>
      {isOpen ? <ShareDialog patientId={patientId} onClose={() => setIsOpen(false)} /> : null}
    </Group>
  );
}
