// The copy with a proposed change holds the rights that saving the change leaves, and the file is left alone (P1, P6).
import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockOut } from '../../../../db/repositories/lockOut.ts';
import { readSubjectRights } from '../../../../db/repositories/rights.ts';
import { seedDefaultRoles } from '../../../../db/repositories/role.ts';
import { insertRole, updateRole } from '../../../../db/repositories/roleStore.ts';
import { storeRights } from '../../../../db/repositories/userRights.ts';
import { type ReadTx, read } from '../../../../db/transaction.ts';
import { openRightsAfter, type ProposedChange } from '../../../../electron/access/rightsAfter.ts';
import { type RightsInput, rightsToStore } from '../../../../electron/rightsToStore.ts';
import { DEFAULT_ROLES } from '../../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/createTestDatabase.ts';
import { addLocation, addProvider, addUser, change, look, NOW_MS, testId } from '../../../support/people.ts';
import { desk } from '../../../support/roleDesk.ts';

const [ANN, BEN] = [testId(1), testId(2)];
const PLACE = testId(800_001);
const PROVIDER = testId(100_001);
const STAMP = { byUserId: ANN, atMs: NOW_MS, reason: 'For the test.' };

let database: TestDatabase;
beforeEach(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    tx.prepare(
      `INSERT INTO practice (id, name, time_zone, address, setup_step, install_id, created_at_ms)
       VALUES (1, 'Lakeside', 'America/New_York', '', 'finished', 'x', 1)`,
    ).run();
    seedDefaultRoles(tx, DEFAULT_ROLES);
    insertRole(tx, 'parent', 'custom', desk({ name: 'Parent' }), STAMP);
    insertRole(
      tx,
      'child',
      'custom',
      desk({ name: 'Child', parentId: 'parent', permissions: ['patient:read'] }),
      STAMP,
    );
    addLocation(tx, PLACE);
    addProvider(tx, 1);
    addUser(tx, 1, { roleIds: ['parent'] });
    addUser(tx, 2, { roleIds: ['child', 'billing'] });
  });
});
afterEach(() => database.close());

/** Everything of both people that is read of rights, in an order that does not depend on how rows were stored. */
function state(tx: ReadTx): string {
  return JSON.stringify(
    [ANN, BEN].map((id) => readSubjectRights(tx, id, NOW_MS)),
    inOrder,
  );
}

function inOrder(_key: string, value: unknown): unknown {
  const shown = value instanceof Set || value instanceof Map ? [...value] : value;
  return Array.isArray(shown) ? shown.map((one) => JSON.stringify(one, inOrder)).sort() : shown;
}

function stateAfter(proposed: ProposedChange | null): string {
  const copy = look(database, (tx) => openRightsAfter(tx, proposed, NOW_MS));
  try {
    return read(copy, state);
  } finally {
    copy.close();
  }
}

const TICKS: RightsInput['exceptions'] = [
  { permission: 'note:read', effect: 'grant' },
  { permission: 'patient:read', effect: 'revoke' },
  { permission: 'claim:read', effect: 'grant', dates: { validFrom: '2027-01-01', validUntil: null } },
];
const userChange = fc.record({
  userId: fc.constantFrom(ANN, BEN),
  roleIds: fc.subarray(['parent', 'child', 'billing']),
  exceptions: fc.subarray(TICKS),
  scope: fc.constantFrom<RightsInput['scope']>({ kind: 'all' }, { kind: 'selected', providerIds: [PROVIDER] }),
  locations: fc.constantFrom<NonNullable<RightsInput['locations']>>(
    { kind: 'all' },
    { kind: 'selected', locationIds: [PLACE] },
  ),
});
const roleChange = fc.record({
  roleId: fc.constantFrom('parent', 'child'),
  permissions: fc.subarray(['patient:read', 'schedule:update', 'claim:read'] as const),
  hasHours: fc.boolean(),
});

describe('the rights after a change (P1, P6)', () => {
  it('P1 P6 without a change they are the present ones', () => {
    expect(stateAfter(null)).toBe(look(database, state));
  });

  test.prop([userChange], { numRuns: 12 })('P1 P6 of a person are those that saving leaves', (input) => {
    const before = look(database, state);
    const foreseen = stateAfter({ kind: 'user', input });
    expect(look(database, state)).toBe(before);
    change(database, (tx) => {
      const stored = readSubjectRights(tx, input.userId, NOW_MS);
      storeRights(tx, input.userId, rightsToStore(stored, input), STAMP);
    });
    expect(foreseen).toBe(look(database, state));
  });

  test.prop([roleChange], { numRuns: 12 })(
    'P1 P6 of a role are those that saving leaves, for whoever holds a role under it too',
    ({ roleId, permissions, hasHours }) => {
      const fields = desk({
        name: roleId,
        parentId: roleId === 'child' ? 'parent' : null,
        permissions: [...permissions],
        hours: hasHours ? [{ weekday: 1, fromMinute: 480, untilMinute: 1_020 }] : [],
      });
      const before = look(database, state);
      const foreseen = stateAfter({ kind: 'role', input: { roleId, fields } });
      expect(look(database, state)).toBe(before);
      change(database, (tx) => updateRole(tx, roleId, fields, STAMP));
      expect(foreseen).toBe(look(database, state));
    },
  );

  it('P6 whoever would be given a role that is locked out is locked out', () => {
    change(database, (tx) =>
      lockOut(tx, { kind: 'role', id: 'child' }, { untilMs: null, reason: 'away', byUserId: BEN, atMs: NOW_MS }),
    );
    const isAnnLockedOut = (roleIds: string[]) => {
      const input = { userId: ANN, roleIds, exceptions: [], scope: { kind: 'all' as const } };
      const copy = look(database, (tx) => openRightsAfter(tx, { kind: 'user', input }, NOW_MS));
      const isLockedOut = read(copy, (tx) => readSubjectRights(tx, ANN, NOW_MS)?.isLockedOut);
      copy.close();
      return isLockedOut;
    };
    expect(isAnnLockedOut(['parent'])).toBe(false);
    expect(isAnnLockedOut(['parent', 'child'])).toBe(true);
  });

  it('P1 P6 of somebody who is not there are none', () => {
    const input = { userId: testId(9), roleIds: [], exceptions: [], scope: { kind: 'all' as const } };
    expect(() => look(database, (tx) => openRightsAfter(tx, { kind: 'user', input }, NOW_MS))).toThrow('no such user');
  });
});
