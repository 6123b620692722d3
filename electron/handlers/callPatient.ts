// Keeps the patient a call is about from whoever may take calls but not see patient records (S2.23).
import type { Refusal } from '../../shared/errors.ts';
import { refuse } from '../../shared/errors.ts';
import type { RuledCall } from './records/recordRules.ts';

/** Whether the caller may see which patient a call is about. */
export function maySeePatient({ subject }: Pick<RuledCall, 'subject'>): boolean {
  return subject?.held.has('patient:read') === true;
}

/** Whoever sees no patient records names none either. */
export function refuseUnseenPatient(call: Pick<RuledCall, 'subject'>, patientId: string | null): Refusal | null {
  if (patientId === null || maySeePatient(call)) return null;
  return refuse('CONSTRAINT_VIOLATED', 'Naming a patient also needs “Patients: View”. Leave the patient empty.');
}

interface Shown {
  readonly labels: Readonly<Record<string, string | string[]>>;
}

/** A listed row without the patient. */
export function rowWithoutPatient<Row extends Shown & { readonly values: object }>(row: Row): Row {
  return { ...row, values: { ...row.values, patientId: null }, labels: labelsWithout(row) };
}

/** An open record without the patient. */
export function recordWithoutPatient<Opened extends Shown & { readonly fields: object }>(record: Opened): Opened {
  return { ...record, fields: { ...record.fields, patientId: null }, labels: labelsWithout(record) };
}

function labelsWithout({ labels }: Shown): Shown['labels'] {
  const { patientId: _, ...others } = labels;
  return others;
}
