// Ready-made roles by the size of an office, added as one previewed change (S2.30, S2.31).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withImplied } from '../../../shared/authorization/flattenRole.ts';
import { OFFICE_SIZES } from '../../../shared/catalogue/officePresets.ts';
import { missingFromPack, ROLE_PACKS } from '../../../shared/catalogue/rolePacks.ts';
import { toxicPairsIn } from '../../../shared/catalogue/toxicPairs.ts';
import { desk, made, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());
const { holder, newestEntry } = roleDesk(() => test);

const rolesNow = async () => (await test.must('role.find', {})).roles;
const apply = async (size: (typeof OFFICE_SIZES)[number]) => {
  const names = (await rolesNow()).map(({ name }) => name);
  return { size, keys: missingFromPack(size, names).map(({ key }) => key), reason };
};

describe('packs of ready-made roles', () => {
  it.each(OFFICE_SIZES)('S2.30 of a %s office are added whole, each role giving what its pack says', async (size) => {
    const { roleIds } = await test.must('role.applyPack', await apply(size));
    expect(roleIds).toHaveLength(ROLE_PACKS[size].length);
    const roles = await rolesNow();
    for (const packed of ROLE_PACKS[size]) {
      const role = roles.find(({ name }) => name === packed.name);
      expect(role, packed.name).toMatchObject({ kind: packed.kind, isBroken: false, holderCount: 0 });
      expect([...withImplied(role?.ownPermissions ?? [])].sort()).toEqual([...withImplied(packed.permissions)].sort());
      expect(toxicPairsIn(role?.permissions ?? [])).toEqual([]);
      const parent = roles.find(({ roleId }) => roleId === role?.parentId);
      for (const id of parent === undefined ? [] : withImplied(packed.permissions))
        expect(withImplied(parent?.permissions ?? []).has(id), `${packed.name} ${id}`).toBe(true);
    }
    expect((await newestEntry('role_pack_applied'))?.changes).toHaveLength(roleIds.length);
  });

  it('S2.30 add only what is not there, and say so when nothing is left', async () => {
    await test.must('role.applyPack', await apply('small'));
    const medium = await apply('medium');
    expect(medium.keys).not.toContain('supplies');
    await test.must('role.applyPack', medium);
    const names = (await rolesNow()).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect((await test.mustRefuse('role.applyPack', await apply('small'))).message).toContain('nothing to add');
  });

  it('S2.30 are refused when the page shows something else than what would be added', async () => {
    const shown = await apply('small');
    await test.must('role.create', made(desk({ name: 'Supplies' })));
    expect(await test.mustRefuse('role.applyPack', shown)).toMatchObject({ code: 'CONFLICT' });
    expect((await rolesNow()).filter(({ kind }) => kind === 'custom')).toHaveLength(1);
  });

  it('P5 are not added by somebody who lacks what they give', async () => {
    await holder('admin', [], 'B', ['role:create', 'role:read']);
    const reply = await test.call('role.applyPack', await apply('small'), 'B');
    expect(reply).toMatchObject({ error: { reason: 'givesWhatTheyLack' } });
  });
});
