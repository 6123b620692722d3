// What a pack of ready-made roles would add to the roles of this practice: worked out once for the judge and for saving (S2.30).
import { readRoleDefinitions, type StoredDefinition } from '../db/repositories/roleDefinition.ts';
import { definitionsAfter } from '../db/repositories/roleStore.ts';
import type { ReadTx } from '../db/transaction.ts';
import type { Proposal } from '../shared/authorization/facts.ts';
import { flattenRole, withImplied } from '../shared/authorization/flattenRole.ts';
import { NO_ROWS } from '../shared/authorization/scope.ts';
import type { OfficeSize } from '../shared/catalogue/officePresets.ts';
import type { RoleFields } from '../shared/catalogue/procedures/roleShapes.ts';
import { missingFromPack, type PackedRole, ROLE_PACKS } from '../shared/catalogue/rolePacks.ts';

export interface PackAddition {
  readonly roleId: string;
  readonly packed: PackedRole;
  readonly fields: RoleFields;
}

/** The roles to add, each after what it needs, and every role as it would be then. `newId` gives the ids. */
export function packAdditions(
  tx: ReadTx,
  size: OfficeSize,
  newId: (key: string) => string,
): { readonly additions: readonly PackAddition[]; readonly after: ReadonlyMap<string, StoredDefinition> } {
  let after = readRoleDefinitions(tx);
  const idByName = new Map([...after.values()].map(({ name, roleId }) => [name.toLowerCase(), roleId]));
  const idByKey = new Map(
    ROLE_PACKS[size].flatMap(({ key, name }) => {
      const there = idByName.get(name.toLowerCase());
      return there === undefined ? [] : [[key, there] as const];
    }),
  );
  const additions: PackAddition[] = [];
  const missing = missingFromPack(
    size,
    [...after.values()].map(({ name }) => name),
  );
  for (const packed of missing) {
    const { key, name, purpose, parent, policies, taskIds, permissions } = packed;
    const roleId = newId(key);
    const idOf = (keyOrId: string) => idByKey.get(keyOrId) ?? keyOrId;
    const fields: RoleFields = {
      name,
      purpose,
      parentId: parent === null ? null : idOf(parent),
      policyIds: policies.map(idOf),
      taskIds: [...taskIds],
      permissions: [...permissions],
      conditions: [],
      hours: [],
    };
    idByKey.set(key, roleId);
    after = definitionsAfter(after, roleId, fields);
    additions.push({ roleId, packed, fields });
  }
  return { additions, after };
}

/** Whoever applies a pack gives all that its new roles give (P5). `keys` are those asked for: saving wants all of them. */
export function readPackProposal(tx: ReadTx, size: OfficeSize, keys: readonly string[]): Proposal {
  const { additions, after } = packAdditions(tx, size, (key) => ` ${key}`);
  const asked = additions.filter(({ packed }) => keys.includes(packed.key));
  return {
    gains: [...withImplied(asked.flatMap(({ roleId }) => [...flattenRole(roleId, after)]))],
    scopeBefore: NO_ROWS,
    scopeAfter: NO_ROWS,
    liftsPhiRestriction: false,
    leavesNoSuperUser: false,
  };
}
