// The cells there are, and which cell brings which, written from the feature list alone.
import { DATA_AREAS } from '../../../../shared/catalogue/dataAreas.ts';
import { PERMISSIONS, type PermissionEntry } from '../../../../shared/catalogue/permissions.ts';

/** Every cell there is, with its flags. */
export const CELLS = Object.entries(PERMISSIONS).map(([name, entry]: [string, PermissionEntry]) => ({
  name,
  ...entry,
}));

/** S5.07: "View is implied by Edit, Edit by Delete; Export is never implied"; adding stands below editing, and whoever
 *  exports or approves sees what that is. */
export function isBroughtBy(cell: string, bringer: string): boolean {
  const [area, verb = ''] = cell.split(':');
  const [otherArea, otherVerb = ''] = bringer.split(':');
  if (area === undefined || area !== otherArea || !(area in DATA_AREAS)) return false;
  for (const suffix of ['', 'Own']) {
    const ladder = ['read', 'create', 'update', 'delete'].map((step) => step + suffix);
    const low = ladder.indexOf(verb);
    const high = ladder.indexOf(otherVerb);
    if (low !== -1 && high !== -1 && low < high) return true;
  }
  return verb === 'read' && (otherVerb === 'export' || otherVerb === 'approve');
}

/** Every pair of a cell and one that brings it; whole, so that one pass over it is enough. */
export const BRINGING: readonly (readonly [cell: string, by: string])[] = CELLS.flatMap(({ name }) =>
  CELLS.filter((by) => isBroughtBy(name, by.name)).map((by) => [name, by.name] as const),
);
