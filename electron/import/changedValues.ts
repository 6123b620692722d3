// What a row changes of the record that is here already.
import type { RecordValues } from '../../db/records/recordTable.ts';
import type { MaskGroup } from '../../shared/authorization/mask.ts';
import type { FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { Fail } from './importRules.ts';

/** The fields that differ. An empty cell leaves what is stored; a field the importer may not see is neither compared nor
 *  changed, or the count of changes would tell its value; whether a record is in use is a decision of its own; links are
 *  added and never taken away. A field set once for all is refused when it differs. */
export function changedValues(
  type: RecordType,
  before: RecordValues,
  given: RecordValues,
  hiddenMasks: readonly MaskGroup[],
  fail: Fail,
): RecordValues {
  const changes: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = type.fields[name];
    if (field === undefined || field.isComputed || name === 'isActive' || isEmpty(value)) continue;
    if (field.mask !== undefined && hiddenMasks.includes(field.mask)) continue;
    const merged = Array.isArray(value) ? withLinks(before[name], value as readonly string[]) : value;
    if (merged === null || merged === before[name]) continue;
    if (field.isFixed) fail(name, 'cannot be changed any more');
    changes[name] = merged;
  }
  return changes;
}

/** Null when nothing is new. */
function withLinks(stored: FieldValue | undefined, named: readonly string[]): readonly string[] | null {
  const old = Array.isArray(stored) ? (stored as readonly string[]) : [];
  const added = named.filter((id) => !old.includes(id));
  return added.length === 0 ? null : [...old, ...added];
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
