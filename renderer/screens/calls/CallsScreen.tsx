// Calls: who called, what it is about, who deals with it (S2.113, S2.23).
import { CALL_DIRECTIONS, CALL_STATUSES, call } from '../../../shared/catalogue/records/call.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showTime } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useSession } from '../../session/useSession.ts';
import { CallActs } from './CallActs.tsx';

const TYPE = call as unknown as RecordType;
const { gridWidthPx: _, ...unlisted } = call.fields.patientId;
/** For whoever sees no patient records: the column would always be empty. */
const WITHOUT_PATIENTS: RecordType = { ...TYPE, fields: { ...TYPE.fields, patientId: unlisted } };

/** Calls within the person's reach: all of them, or those assigned to them. */
export function CallsScreen() {
  const { subject, can } = useSession();
  return (
    <RecordScreen
      type={can('patient:read') ? TYPE : WITHOUT_PATIENTS}
      title="Calls"
      path="calls"
      subtitle={subtitleOf}
      lockedBecause={({ fields }) =>
        fields.status === 'done' ? 'This call is done. Open it again to change something.' : null
      }
      extra={(record, reload, close) => <CallActs record={record} onChanged={reload} onLeft={close} />}
      preset={{ atMs: Date.now(), ownerId: subject?.userId ?? null }}
      empty={<EmptyState title="No calls here." hint="Add one while you are on the telephone." />}
      noMatch={<EmptyState title="No call matches." hint="Search for the start of a name or of what it is about." />}
    />
  );
}

function subtitleOf({ fields, labels }: OpenedRecord): string {
  const direction = CALL_DIRECTIONS[fields.direction as keyof typeof CALL_DIRECTIONS];
  const status = CALL_STATUSES[fields.status as keyof typeof CALL_STATUSES];
  return `${direction} · ${showTime(Number(fields.atMs))} · ${String(labels.ownerId ?? '')} · ${status}`;
}
