import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  CHECKLIST_ITEMS,
  type ChecklistFacts,
  type ChecklistItemId,
  deriveChecklist,
} from '../../../../shared/checklist/deriveChecklist.ts';

const FIRST_DAY: ChecklistFacts = {
  officeSize: null,
  isRecoveryProved: true,
  superUserCount: 1,
  waitingSuperUserCount: 0,
  secondSuperUserReason: null,
  hasProviders: false,
  hasPatients: false,
  activeCount: 0,
  waitingCount: 0,
  roles: [],
  isLogVerified: false,
  isLogExported: false,
};
const FRONT_DESK = { roleId: 'front-desk', name: 'Front desk', holderCount: 0, isNotNeeded: false };
const item = (id: ChecklistItemId, facts: Partial<ChecklistFacts>) => {
  const found = deriveChecklist({ ...FIRST_DAY, ...facts }).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no item \`${id}\``);
  return found;
};

describe('the checklist of the first week', () => {
  it('S1.30 begins with the recovery sheet alone done', () => {
    expect(deriveChecklist(FIRST_DAY).map(({ id }) => id)).toEqual([...CHECKLIST_ITEMS]);
    expect(deriveChecklist(FIRST_DAY).flatMap(({ id, isDone }) => (isDone ? [id] : []))).toEqual(['recoverySheet']);
  });

  it('S1.30 opens the recovery sheet again while a newer code is not proved', () => {
    expect(item('recoverySheet', { isRecoveryProved: false }).isDone).toBe(false);
  });

  it('S1.30 counts a second Super User only once they can sign in, and repeats why there is none', () => {
    expect(item('secondSuperUser', { superUserCount: 2 }).isDone).toBe(true);
    expect(item('secondSuperUser', { waitingSuperUserCount: 1 })).toMatchObject({
      isDone: false,
      says: 'The second one has not used the activation code yet.',
    });
    expect(item('secondSuperUser', { secondSuperUserReason: 'The owner works alone.' }).says).toBe(
      'Only one Super User can sign in. Recorded reason: The owner works alone.',
    );
  });

  it('S1.30 has the people done when somebody was added and nobody still has to activate', () => {
    expect(item('people', {})).toMatchObject({ isDone: false, says: 'Nobody but Super Users has a login yet.' });
    expect(item('people', { activeCount: 1, waitingCount: 1 })).toMatchObject({
      isDone: false,
      says: '1 person can sign in, 1 still has to activate.',
    });
    expect(item('people', { activeCount: 3 })).toMatchObject({ isDone: true, says: '3 people can sign in.' });
  });

  it('S2.31 has the roles done when each usual role is held or not needed, and never without a size', () => {
    expect(item('roles', {}).isDone).toBe(false);
    expect(item('roles', { officeSize: 'small', roles: [FRONT_DESK] })).toMatchObject({
      isDone: false,
      says: 'Nobody holds Front desk yet.',
    });
    expect(item('roles', { officeSize: 'small', roles: [{ ...FRONT_DESK, holderCount: 1 }] }).isDone).toBe(true);
    expect(item('roles', { officeSize: 'small', roles: [{ ...FRONT_DESK, isNotNeeded: true }] }).isDone).toBe(true);
  });

  test.prop([
    fc.nat(3),
    fc.nat(3),
    fc.nat(3),
    fc.array(fc.record({ holderCount: fc.nat(2), isNotNeeded: fc.boolean() }), { maxLength: 4 }),
    fc.constantFrom(null, 'small' as const),
  ])(
    'S1.30 always judges each item once and says a whole sentence about it',
    (supers, active, waiting, roles, size) => {
      const items = deriveChecklist({
        ...FIRST_DAY,
        officeSize: size,
        superUserCount: supers,
        activeCount: active,
        waitingCount: waiting,
        roles: roles.map((role, at) => ({ roleId: `role-${at}`, name: `Role ${at}`, ...role })),
      });
      expect(items.map(({ id }) => id)).toEqual([...CHECKLIST_ITEMS]);
      for (const { says } of items) expect(says).toMatch(/^[A-Z0-9].*\.$/);
    },
  );
});
