// Locations as a tree: what lies below some, and above one (S2.75).
import type { RowScope } from '../../shared/authorization/scope.ts';
import type { ReadTx } from '../transaction.ts';

/** The locations themselves and every one below them; UNION ends circles by itself. */
export function locationsBelow(tx: ReadTx, locationIds: readonly string[]): string[] {
  return tx
    .prepare<{ id: string }>(BELOW_SQL)
    .all(JSON.stringify(locationIds))
    .map(({ id }) => id);
}

/** The location itself and every one above it; nothing where it is not there. */
export function locationsAbove(tx: ReadTx, locationId: string): string[] {
  return tx
    .prepare<{ id: string }>(ABOVE_SQL)
    .all(locationId)
    .map(({ id }) => id);
}

/** The locations in use, by name. */
export function locationsInUse(tx: ReadTx): { readonly locationId: string; readonly name: string }[] {
  return tx
    .prepare<{ locationId: string; name: string }>(
      'SELECT id AS locationId, name FROM location WHERE is_active = 1 ORDER BY name, id',
    )
    .all();
}

/** Every location with the one it is part of, by name. */
export function locationTree(tx: ReadTx): {
  readonly locationId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly isInUse: boolean;
}[] {
  return tx
    .prepare<{ locationId: string; name: string; parentId: string | null; isActive: number }>(
      'SELECT id AS locationId, name, parent_id AS parentId, is_active AS isActive FROM location ORDER BY name, id',
    )
    .all()
    .map(({ isActive, ...location }) => ({ ...location, isInUse: isActive === 1 }));
}

/** Whether somebody with these limits can work at a location: it is in use and within them. */
export function isPlaceOfWork(tx: ReadTx, locationId: string, { locations }: RowScope): boolean {
  if (locations !== 'all' && !locations.includes(locationId)) return false;
  return tx.prepare('SELECT 1 FROM location WHERE id = ? AND is_active = 1').get(locationId) !== undefined;
}

/** Names of locations by id; ids of none are missing. */
export function locationNames(tx: ReadTx, locationIds: readonly string[]): ReadonlyMap<string, string> {
  const rows = tx
    .prepare<{ id: string; name: string }>('SELECT id, name FROM location WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(locationIds));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const BELOW_SQL = `WITH RECURSIVE below(id) AS (
    SELECT id FROM location WHERE id IN (SELECT value FROM json_each(?))
    UNION SELECT location.id FROM below JOIN location ON location.parent_id = below.id)
  SELECT id FROM below`;
const ABOVE_SQL = `WITH RECURSIVE above(id) AS (
    SELECT id FROM location WHERE id = ?
    UNION SELECT location.parent_id FROM above JOIN location ON location.id = above.id
      WHERE location.parent_id IS NOT NULL)
  SELECT id FROM above`;
