// Office > Punches: every punch within one's reach, corrected by others with a reason (S2.114).
import { Button } from '@mantine/core';
import { useState } from 'react';
import { punch } from '../../../shared/catalogue/records/punch.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showTime } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useSession } from '../../session/useSession.ts';
import { CorrectPunch } from './CorrectPunch.tsx';
import { PunchDialog } from './PunchDialog.tsx';

const TYPE = punch as unknown as RecordType;

export function PunchesScreen() {
  const { can } = useSession();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <RecordScreen
        type={TYPE}
        title="Punches"
        path="punches"
        subtitle={subtitleOf}
        extra={(record, reload) => <CorrectPunch record={record} onChanged={reload} />}
        actions={
          can('timeClock:update') ? (
            <Button size="sm" onClick={() => setIsAdding(true)}>
              Add a missing punch…
            </Button>
          ) : null
        }
        empty={<EmptyState title="No punches yet." hint="People punch in and out under Time clock." />}
        noMatch={<EmptyState title="No punch matches." hint="Choose another person or other days." />}
      />
      {isAdding ? <PunchDialog record={null} onDone={() => undefined} onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}

function subtitleOf({ fields, labels }: OpenedRecord): string {
  const out = fields.outAtMs === null ? 'not out yet' : `out ${showTime(Number(fields.outAtMs))}`;
  return `${String(labels.userId ?? '')} · in ${showTime(Number(fields.inAtMs))} · ${out}`;
}
