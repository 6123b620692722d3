// Locations in the order of a tree, each with what brings it (S2.75); pure.
import type { Output } from '../../../shared/catalogue/procedures.ts';

export type LocationChoice = Output<'user.findLocationChoices'>['locations'][number];

export interface LocationRow extends LocationChoice {
  /** 0 at the top. */
  readonly depth: number;
  /** How many lie below it, on every level. */
  readonly belowCount: number;
  readonly isChosen: boolean;
  /** The nearest chosen one above, with which this one comes; null: none. */
  readonly comesWith: string | null;
}

/** Every location in use, and those chosen though no longer in use; below each the ones that are part of it.
 *  One whose parent is not there stands at the top; a circle ends where it began. */
export function locationRows(all: readonly LocationChoice[], chosenIds: readonly string[]): readonly LocationRow[] {
  const chosen = new Set(chosenIds);
  const ids = new Set(all.map(({ locationId }) => locationId));
  const seen = new Set<string>();
  const walk = (parentId: string | null, depth: number, comesWith: string | null): LocationRow[] =>
    all
      .filter((one) => (parentId === null ? isTop(one, ids) : one.parentId === parentId))
      .flatMap((one) => rowsOf(one, depth, comesWith));
  const rowsOf = (one: LocationChoice, depth: number, comesWith: string | null): LocationRow[] => {
    if (seen.has(one.locationId)) return [];
    seen.add(one.locationId);
    const isChosen = chosen.has(one.locationId);
    const below = walk(one.locationId, depth + 1, isChosen ? one.name : comesWith);
    const row = { ...one, depth, belowCount: below.length, isChosen, comesWith };
    return one.isInUse || isChosen || below.length > 0 ? [row, ...below] : [];
  };
  return walk(null, 0, null);
}

/** Whether a limit or place of locations means anything here: with one location there is nothing to choose. */
export function hasSeveralLocations(all: readonly LocationChoice[]): boolean {
  return all.filter(({ isInUse }) => isInUse).length > 1;
}

function isTop({ parentId }: LocationChoice, ids: ReadonlySet<string>): boolean {
  return parentId === null || !ids.has(parentId);
}
