// Whether a location can stand where it is put in the tree (S2.75).
import { locationsAbove, locationsBelow } from '../../db/repositories/locationTree.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';

/** Region, city, site, department: deeper trees nobody understands any more. */
const DEEPEST_TREE = 4;

/** CONSTRAINT_VIOLATED when the location would lie below itself or the tree would get too deep; `locationId` null: new. */
export function refuseDeepTree(tx: ReadTx, locationId: string | null, parentId: string | null): Refusal | null {
  if (parentId === null) return null;
  const below = locationId === null ? [] : locationsBelow(tx, [locationId]);
  if (below.includes(parentId))
    return problem('A location cannot be part of itself or of one that is part of it. Choose another one, or none.');
  const above = locationsAbove(tx, parentId);
  const deepest = Math.max(1, ...below.map((id) => locationsAbove(tx, id).indexOf(locationId ?? '') + 1));
  if (above.length + deepest > DEEPEST_TREE)
    return problem(`Locations stand in at most ${DEEPEST_TREE} levels. Choose one higher up, or none.`);
  return null;
}

function problem(message: string): Refusal {
  return refuse('CONSTRAINT_VIOLATED', message, { fields: [{ path: 'fields.parentId', message }] });
}
