// What a further record of a type must say differently where the type's rules refuse a second one like its example.
import type { FieldValue } from '../../shared/catalogue/records/field.ts';

type Difference = (count: number) => Readonly<Record<string, FieldValue>>;

/** By type; `count` tells how many there are already. A type without such rules needs no line. */
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  procedureCode: (count) => ({ code: String(99_213 + count) }),
  diagnosisCode: (count) => ({ code: `Z${10 + count}` }),
  // Together they stay within what is owed on the one invoice.
  payment: (count) => ({ cents: count }),
  adjustment: (count) => ({ cents: count }),
  reconciliation: (count) => ({ day: `2026-10-${String(1 + count).padStart(2, '0')}` }),
  feeItem: (count) => ({ validFrom: `2027-01-${String(1 + count).padStart(2, '0')}` }),
};

/** The fields in which the record number `count` of the type differs from the example; nothing for the first. */
export function differenceOf(typeName: string, count: number): Readonly<Record<string, FieldValue>> {
  return count === 0 ? {} : (DIFFERENCES[typeName]?.(count) ?? {});
}
