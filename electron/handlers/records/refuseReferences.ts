// A record may only name records that are there and within what the caller may see.
import { findUnreached } from '../../../db/records/findUnreached.ts';
import type { RecordValues } from '../../../db/records/recordTable.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import type { RecordReach } from '../../../shared/authorization/scope.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';

/** CONSTRAINT_VIOLATED for the first newly named record that is missing, out of reach or no longer in use;
 *  the words are the same for all three, so that nobody learns which. What was named before may stay. */
export function refuseReferences(
  tx: ReadTx,
  type: RecordType,
  reach: RecordReach,
  before: RecordValues,
  after: RecordValues,
): Refusal | null {
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.refersTo === undefined) continue;
    const old = idsIn(before[name]);
    const touched = idsIn(after[name]);
    const added = touched.filter((id) => !old.includes(id));
    if (findUnreached(tx, field.refersTo, reach, added, true).length > 0)
      return refuse(
        'CONSTRAINT_VIOLATED',
        `What is chosen under “${field.label}” is not there, not in use, or outside what you may see. Choose another one.`,
      );
    // Taking away a link to something one does not see would change what others see.
    const removed = field.kind === 'references' ? old.filter((id) => !touched.includes(id)) : [];
    if (findUnreached(tx, field.refersTo, reach, removed, false).length > 0)
      return refuse(
        'CONSTRAINT_VIOLATED',
        `You may take away only your own under “${field.label}”. Ask a user with All Providers to do it.`,
      );
  }
  return null;
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
