// Adds the ready-made roles of a pack that are not there yet, all or nothing (S2.30).
import { insertRole } from '../../db/repositories/roleStore.ts';
import { flattenRole } from '../../shared/authorization/flattenRole.ts';
import { OFFICE_PRESETS } from '../../shared/catalogue/officePresets.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { packAdditions } from '../rolePack.ts';
import { actingUserId } from './actingUser.ts';
import { refuseToxicPairs } from './rightsRules.ts';

export const rolePackHandlers: Pick<Handlers, 'role.applyPack'> = {
  'role.applyPack': (call, tx, services) => {
    const { size, keys, reason } = call.input;
    const { additions, after } = packAdditions(tx, size, () => services.newId());
    call.note({ object: { type: 'rolePack', id: size, label: OFFICE_PRESETS[size].label }, why: reason });
    const found = additions.map(({ packed }) => packed.key);
    if (found.length !== keys.length || found.some((key) => !keys.includes(key)))
      return refuse(
        'CONFLICT',
        'The roles of this practice were changed meanwhile. Look at what would be added again.',
      );
    if (found.length === 0)
      return refuse('CONSTRAINT_VIOLATED', 'Every role of this pack is there already. There is nothing to add.');
    for (const { roleId, fields } of additions) {
      if (fields.parentId !== null && !after.has(fields.parentId))
        return refuse('CONSTRAINT_VIOLATED', `“${fields.name}” needs a role that is not there. Choose another pack.`);
      const trouble = refuseToxicPairs(tx, [], flattenRole(roleId, after));
      if (trouble !== null) return trouble;
    }
    const stamp = { byUserId: actingUserId(call), atMs: call.nowMs, reason };
    for (const { roleId, packed, fields } of additions) insertRole(tx, roleId, packed.kind, fields, stamp);
    call.note({
      count: additions.length,
      changes: additions.map(({ packed }) => ({
        field: packed.kind === 'policy' ? 'Policy' : 'Role',
        old: null,
        new: packed.name,
      })),
    });
    return { roleIds: additions.map(({ roleId }) => roleId) };
  },
};
