// Before a patient is given to other providers, another place or sensitivity: what that would do to the expectations (P6).
import { z } from 'zod';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { ForeseenEffect } from '../../components/access/ForeseenEffect.tsx';
import { type FormValues, fieldsOfValues } from '../../components/record/recordDraft.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';

const TYPE = patient as unknown as RecordType;
const { providerIds, locationId, sensitivity } = patient.fields;
const ties = z.object({
  providerIds: providerIds.schema,
  locationId: locationId.schema,
  sensitivity: sensitivity.schema,
});

interface CareTeamEffectProps {
  readonly record: OpenedRecord;
  readonly values: FormValues;
}

/** Looks anew whenever one of the three changes; nothing while they are as they are stored, whatever else is typed. */
export function CareTeamEffect({ record, values }: CareTeamEffectProps) {
  const stored = ties.safeParse(record.fields);
  const typed = ties.safeParse(fieldsOfValues(TYPE, values, record.masked));
  if (!stored.success || !typed.success || keyOf(stored.data) === keyOf(typed.data)) return null;
  const { id, version } = record;
  return (
    <ForeseenEffect
      key={`${version} ${keyOf(typed.data)}`}
      change={{ procedure: 'patient.update', input: { id, version, fields: typed.data } }}
    />
  );
}

/** The order in which providers were chosen says nothing. */
function keyOf(tied: z.output<typeof ties>): string {
  return [tied.locationId ?? '', tied.sensitivity, ...tied.providerIds.toSorted()].join(' ');
}
