// The short form in which shipped roles name their cells of the rights matrix.
import type { DataArea, Verb } from './dataAreas.ts';
import { areaPermission, type PermissionId } from './permissions.ts';

const LETTERS: Record<string, Verb> = { v: 'read', c: 'create', e: 'update', d: 'delete', x: 'export', a: 'approve' };

/** `cells('patient vex', 'claim v')`: the letters name View, Create (Add), Edit, Delete, eXport and Approve. */
export function cells(...rows: `${DataArea} ${string}`[]): PermissionId[] {
  return rows.flatMap((row) => {
    const [area, letters] = row.split(' ') as [DataArea, string];
    return letters.split('').map((letter) => {
      const verb = LETTERS[letter];
      const id = verb === undefined ? null : areaPermission(area, verb);
      if (id === null) throw new Error(`no cell \`${letter}\` in area \`${area}\``);
      return id;
    });
  });
}
