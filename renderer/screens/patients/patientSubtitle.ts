// What tells a patient from others, under the name.
import { showDate } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';

/** Record number, date of birth and the end of the SSN. */
export function patientSubtitle({ fields }: OpenedRecord): string {
  const ssn = String(fields.ssn ?? '');
  const shown = ssn === '' ? 'no SSN' : `SSN ${/^\d{9}$/.test(ssn) ? `•••-••-${ssn.slice(-4)}` : ssn}`;
  return `Record ${String(fields.recordNumber)} · born ${showDate(String(fields.birthDate))} · ${shown}`;
}
