// Hides the values a subject may not see: the same mask in lists, records, order and export (S2.60).
import type { RecordValues } from '../../../db/records/recordTable.ts';
import { type MaskGroup, maskValue } from '../../../shared/authorization/mask.ts';
import type { RecordReach } from '../../../shared/authorization/scope.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';

/** The values with hidden ones masked, and the names of those. */
export function maskRecord(
  type: RecordType,
  reach: RecordReach,
  values: RecordValues,
): { readonly shown: RecordValues; readonly masked: string[] } {
  const masked: string[] = [];
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const group = hiddenGroup(type, reach, name);
      if (group === null || typeof value !== 'string') return [name, value];
      masked.push(name);
      return [name, maskValue(group, value)];
    }),
  );
  return { shown, masked };
}

/** A listed row with hidden values masked. */
export function maskRow<Row extends { readonly values: RecordValues }>(
  type: RecordType,
  reach: RecordReach,
  row: Row,
): Row {
  return { ...row, values: maskRecord(type, reach, row.values).shown };
}

/** Ordering by a hidden field would tell its values, so it is refused. */
export function refuseMasked(type: RecordType, reach: RecordReach, sort: string): Refusal | null {
  if (hiddenGroup(type, reach, sort) === null) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'You may not see this field, so the list cannot be ordered by it. Choose another column.',
  );
}

function hiddenGroup(type: RecordType, reach: RecordReach, name: string): MaskGroup | null {
  const group = type.fields[name]?.mask;
  return group !== undefined && reach.hiddenMasks.includes(group) ? group : null;
}
