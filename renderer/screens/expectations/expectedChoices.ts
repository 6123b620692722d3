// What an expectation can be about, as pick-lists: acts as tasks, then rights, each grouped by area.
import type { AboutKind } from '../../../shared/catalogue/aboutKinds.ts';
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import { needsRight, taskWords } from '../../../shared/catalogue/expectedAct.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES } from '../../../shared/catalogue/procedures.ts';

export const ABOUT_WORDS: Record<AboutKind, string> = {
  any: 'Any of them',
  record: 'One of them',
  patient: 'Those of one patient',
  provider: 'Those of one provider alone',
};

export interface ExpectedGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Every act that needs a right, by the area of the right, and then the rights themselves. */
export function expectedChoices(): readonly ExpectedGroup[] {
  const acts = PROCEDURE_NAMES.filter(needsRight).flatMap((name) => {
    const { access } = PROCEDURES[name];
    return access.kind === 'permission' ? [{ permission: access.permission, value: name }] : [];
  });
  const rights = PERMISSION_IDS.map((permission) => ({ permission, value: permission }));
  return [...grouped(acts, ''), ...grouped(rights, 'Rights: ')];
}

function grouped(
  all: readonly { readonly permission: PermissionId; readonly value: string }[],
  prefix: string,
): readonly ExpectedGroup[] {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { permission, value } of all) {
    const group = prefix + PERMISSIONS[permission].category;
    const label = capitalized(taskWords(value));
    groups.set(group, [...(groups.get(group) ?? []), { value, label }]);
  }
  return [...groups]
    .map(([group, items]) => ({ group, items }))
    .toSorted((one, other) => one.group.localeCompare(other.group));
}
