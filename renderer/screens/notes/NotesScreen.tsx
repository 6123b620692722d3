// Patients > Clinical notes (S2.109, S3.11).
import { note } from '../../../shared/catalogue/records/note.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate, showTime } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { NoteSigning } from './NoteSigning.tsx';

const TYPE = note as unknown as RecordType;

/** Notes within the person's reach: their own or all, and of the classes they may read. */
export function NotesScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Clinical notes"
      path="notes"
      subtitle={({ fields, labels }) =>
        `${String(labels.patientId ?? '')} · ${showDate(String(fields.noteDate))} · by ${String(labels.authorId ?? '')}`
      }
      lockedBecause={lockedBecause}
      extra={(record, reload, _close, below) => (
        <NoteSigning key={record.version} record={record} onChanged={reload} addendum={below} />
      )}
      empty={
        <EmptyState
          title="No clinical notes here."
          hint="Add one. You see the notes of your patients, of the classes your rights allow."
        />
      }
      noMatch={<EmptyState title="No note matches." hint="Search for the start of a title or of the patient’s name." />}
    />
  );
}

function lockedBecause({ fields, labels }: OpenedRecord): string | null {
  if (fields.signedAtMs === null) return null;
  const when = showTime(Number(fields.signedAtMs));
  return `Signed ${when} by ${String(labels.signedById ?? '')}. It can no longer be changed; add an addendum instead.`;
}
