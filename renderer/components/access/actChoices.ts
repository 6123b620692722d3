// The acts a right decides about, as a pick-list by their words in the log.
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import type { ProcedureEntry } from '../../../shared/catalogue/entry.ts';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';

export interface ActGroup {
  readonly group: string;
  readonly items: readonly { readonly value: ProcedureName; readonly label: string }[];
}

/** Every call that needs a right and stands in the log, grouped by the area of its right. */
export function actChoices(): ActGroup[] {
  const groups = new Map<string, { value: ProcedureName; label: string }[]>();
  for (const name of PROCEDURE_NAMES) {
    const entry: ProcedureEntry = PROCEDURES[name];
    if (entry.access.kind !== 'permission' || 'none' in entry.audit) continue;
    const { category } = PERMISSIONS[entry.access.permission];
    groups.set(category, [...(groups.get(category) ?? []), { value: name, label: actWords(name) }]);
  }
  return [...groups]
    .map(([group, items]) => ({ group, items: items.toSorted((one, other) => one.label.localeCompare(other.label)) }))
    .toSorted((one, other) => one.group.localeCompare(other.group));
}

/** `Opened a patient`: the act as the log says it. */
export function actWords(name: ProcedureName): string {
  const entry: ProcedureEntry = PROCEDURES[name];
  const says = 'none' in entry.audit ? name : entry.audit.says;
  return capitalized(says);
}

/** What the act aims at: `user` or a record type with a list to choose from, and its word as a label; or null. */
export function aimOf(name: ProcedureName): { readonly typeName: string; readonly label: string } | null {
  const { target }: ProcedureEntry = PROCEDURES[name];
  if (target === undefined) return null;
  if (target.kind === 'user') return { typeName: 'user', label: 'User' };
  const type = recordTypeNamed(target.type);
  if (type === null || !type.actions.includes('find')) return null;
  return { typeName: type.name, label: capitalized(type.one) };
}
