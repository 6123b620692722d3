// The record types of the practice, and their procedures joined (one declaration per type, nothing listed twice).

import { location } from './records/location.ts';
import { patient } from './records/patient.ts';
import { payer } from './records/payer.ts';
import { provider } from './records/provider.ts';
import { recordProcedures } from './records/recordProcedures.ts';
import type { RecordType } from './records/recordType.ts';

export const RECORD_TYPES: readonly RecordType[] = [location, payer, provider, patient] as unknown as RecordType[];

export const RECORD_PROCEDURES = {
  ...recordProcedures(location),
  ...recordProcedures(payer),
  ...recordProcedures(provider),
  ...recordProcedures(patient),
};

/** The type of that name, or null. */
export function recordTypeNamed(name: string): RecordType | null {
  return RECORD_TYPES.find((type) => type.name === name) ?? null;
}
