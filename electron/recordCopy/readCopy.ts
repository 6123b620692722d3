// What stands on the copy of one patient's record: what whoever prints it may see, as they see it, and nothing else.
import { idsAboutPatient } from '../../db/records/idsAboutPatient.ts';
import { readLabels } from '../../db/records/recordLabels.ts';
import { titleOf } from '../../db/records/recordTitle.ts';
import { readRecord, type StoredRecord } from '../../db/records/storedRecord.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { EVERY_ROW } from '../../shared/authorization/scope.ts';
import { capitalized } from '../../shared/catalogue/capitalized.ts';
import { appointment } from '../../shared/catalogue/records/appointment.ts';
import { consent } from '../../shared/catalogue/records/consent.ts';
import { note } from '../../shared/catalogue/records/note.ts';
import { noteAddendum } from '../../shared/catalogue/records/noteAddendum.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { maskRecord } from '../handlers/records/maskRecord.ts';
import type { ReadingRights } from './mayRead.ts';
import { paperValue } from './paperValue.ts';

export interface CopiedField {
  readonly label: string;
  readonly words: string;
}
export interface CopiedRecord {
  readonly title: string;
  readonly fields: readonly CopiedField[];
}
export interface CopiedSection {
  readonly title: string;
  readonly records: readonly CopiedRecord[];
}
export interface RecordCopy {
  readonly name: string;
  readonly recordNumber: string;
  readonly fields: readonly CopiedField[];
  readonly sections: readonly CopiedSection[];
  /** Parts of the chart that are closed to whoever prints. */
  readonly closedParts: readonly string[];
  /** Some number is shown by its last digits, or not at all. */
  readonly isMasked: boolean;
}

const PATIENT = patient as unknown as RecordType;
/** The parts of a chart beside the patient's own data; what is owed stands on the statement. */
const PARTS = [
  { title: 'Appointments', type: appointment as unknown as RecordType },
  { title: 'Clinical notes', type: note as unknown as RecordType },
  { title: 'Addenda to clinical notes', type: noteAddendum as unknown as RecordType },
  { title: 'Consents', type: consent as unknown as RecordType },
] as const;

/** The copy, or null when the patient's record is not open to the caller. `reach` is that of the call, for its masks. */
export function readCopy(
  tx: ReadTx,
  patientId: string,
  reach: RecordReach,
  rights: ReadingRights,
  showTime: (atMs: number) => string,
): RecordCopy | null {
  const record = readRecord(tx, PATIENT, reach, patientId);
  if (record === null || !rights.mayRead(PATIENT, patientId)) return null;
  const { fields, isMasked } = fieldsOf(tx, PATIENT, record, reach, showTime);
  const open = PARTS.filter(({ type }) => rights.mayList(type));
  const sections = open.map(({ title, type }) => ({
    title,
    records: idsAboutPatient(tx, type, patientId)
      .filter((id) => rights.mayRead(type, id))
      // The judge was asked just now; the masks are the caller's.
      .flatMap((id) => readRecord(tx, type, EVERY_ROW, id) ?? [])
      .map((one, at) => ({
        title: titleOf(type, one.values) || numbered(type, at + 1),
        fields: fieldsOf(tx, type, one, reach, showTime).fields,
      })),
  }));
  return {
    name: titleOf(PATIENT, record.values),
    recordNumber: String(record.values.recordNumber ?? ''),
    fields,
    sections,
    closedParts: PARTS.filter((part) => !open.includes(part)).map(({ title }) => title),
    isMasked,
  };
}

/** How many records a copy holds, the patient's own among them. */
export function countOfCopy({ sections }: RecordCopy): number {
  return sections.reduce((sum, { records }) => sum + records.length, 1);
}

function fieldsOf(
  tx: ReadTx,
  type: RecordType,
  { values }: StoredRecord,
  reach: RecordReach,
  showTime: (atMs: number) => string,
): { readonly fields: CopiedField[]; readonly isMasked: boolean } {
  const { shown, masked } = maskRecord(type, reach, values);
  const [labels = {}] = readLabels(tx, type, [values]);
  const fields = Object.entries(type.fields).flatMap(([name, field]): CopiedField[] => {
    // The whole copy is about the patient, so no part names them again.
    if (name === type.patient) return [];
    const isDraft = type.name === 'note' && name === 'signedAtMs' && shown[name] === null;
    const words = isDraft ? 'not yet' : paperValue(field, shown[name], labels[name], showTime);
    return words === '' ? [] : [{ label: field.label, words }];
  });
  return { fields, isMasked: masked.some((name) => shown[name] !== '') };
}

/** `Appointment 2`, for records that have no title of their own. */
function numbered({ one }: RecordType, number: number): string {
  return `${capitalized(one)} ${number}`;
}
