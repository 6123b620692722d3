// What a change would give, worked out from stored rows: the facts behind P5, S5.08 and S5.09.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertProposal, settleProposal } from '../../../db/repositories/rightsProposal.ts';
import { seedDefaultRoles } from '../../../db/repositories/role.ts';
import { readProposal } from '../../../electron/proposal.ts';
import { ALL_ROWS, NO_ROWS } from '../../../shared/authorization/scope.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import type { ProcedureEntry } from '../../../shared/catalogue/entry.ts';
import { PERMISSION_IDS, PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addProvider, addUser, change, lockUserOut, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
const owner = testId(1);
const clerk = testId(2);
const left = testId(3);
const doctor = testId(100_001);
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    seedDefaultRoles(tx, DEFAULT_ROLES);
    addProvider(tx, 1);
    addUser(tx, 1, { isSuperUser: true });
    addUser(tx, 2, { roleIds: ['call-handling'], scope: { kind: 'selected', providerIds: [doctor] } });
    addUser(tx, 3, { roleIds: ['call-handling'], status: 'disabled' });
    lockUserOut(tx, addUser(tx, 4, { isSuperUser: true }), null);
  });
});
afterAll(() => database.close());

const propose = (name: ProcedureName, input: object) => look(database, (tx) => readProposal(tx, name, input, NOW_MS));
const rights = { roleIds: ['call-handling'], exceptions: [], scope: { kind: 'selected', providerIds: [doctor] } };

/** What the role of the clerk gives. */
const CALL_HANDLING = [
  'call:readOwn',
  'call:createOwn',
  'call:updateOwn',
  'timeClock:readOwn',
  'timeClock:createOwn',
  'patient:readPhone',
];
const BY_THE_TICK = PERMISSION_IDS.filter((id) => PERMISSIONS[id].onlyByRoleOrTick !== true);

describe('the proposal of a change', () => {
  it('is known for every procedure that changes rights', () => {
    for (const name of PROCEDURE_NAMES) {
      const entry: ProcedureEntry = PROCEDURES[name];
      if (!entry.proposes || name.startsWith('proposal.')) continue;
      const input = { ...(entry.example as object), userId: clerk };
      expect(propose(name, input), name).not.toBeNull();
    }
  });

  it('S1.06 of an approval is that of the change that waits, of its own kind alone', () => {
    const wish = { userId: clerk, version: 1, reason: 'Helps out.', ...rights, scope: { kind: 'all' } };
    const input = { ...PROCEDURES['user.update'].example, ...wish };
    const proposalId = testId(77);
    change(database, (tx) => {
      const about = { kind: 'user', targetId: clerk, targetName: 'Clerk', baseVersion: 1 } as const;
      const rest = { changes: [], reason: 'Helps out.', effectiveAtMs: null, byUserId: owner, atMs: NOW_MS };
      insertProposal(tx, { proposalId, input, ...about, ...rest });
    });
    const waiting = { proposalId, reason: '' };
    expect(propose('proposal.approveUserChange', waiting)).toEqual(propose('user.update', input));
    expect(propose('proposal.approveRoleChange', waiting)).toBeNull();
    expect(propose('proposal.approveUserChange', { ...waiting, proposalId: testId(78) })).toBeNull();
    change(database, (tx) =>
      settleProposal(tx, proposalId, 'rejected', { byUserId: owner, atMs: NOW_MS, reason: 'No.' }),
    );
    expect(propose('proposal.approveUserChange', waiting)).toBeNull();
  });

  it('fails, which denies, for a procedure nobody taught it', () => {
    expect(() => propose('user.read', { userId: clerk })).toThrow('cannot be worked out');
  });

  it('of a new user gives all they will hold and reach', () => {
    expect(propose('user.add', { ...rights, scope: { kind: 'all' } })).toEqual({
      gains: CALL_HANDLING,
      scopeBefore: NO_ROWS,
      scopeAfter: ALL_ROWS,
      liftsPhiRestriction: false,
      leavesNoSuperUser: false,
    });
  });

  it('of an update gives only what is new', () => {
    const exceptions = [
      { permission: 'claim:read', effect: 'grant' },
      { permission: 'call:read', effect: 'revoke' },
    ];
    expect(propose('user.update', { userId: clerk, ...rights, exceptions })).toMatchObject({
      gains: ['claim:read'],
      scopeBefore: { ...ALL_ROWS, providers: [doctor] },
      scopeAfter: { ...ALL_ROWS, providers: [doctor] },
    });
    expect(propose('user.update', { userId: clerk, ...rights })?.gains).toEqual([]);
  });

  it('S5.07 counts what a tick implies, and gives nothing of what a taken View makes useless', () => {
    const edit = { permission: 'claim:update', effect: 'grant' };
    const noView = { permission: 'claim:read', effect: 'revoke' };
    expect(propose('user.update', { userId: clerk, ...rights, exceptions: [edit] })?.gains).toEqual(
      expect.arrayContaining(['claim:read', 'claim:update']),
    );
    expect(propose('user.update', { userId: clerk, ...rights, exceptions: [edit, noView] })?.gains).toEqual([]);
  });

  it('S5.08 of the Super User tick gives every permission not held, and all providers', () => {
    const proposal = propose('user.setSuperUser', { userId: clerk, isSuperUser: true });
    expect(proposal?.gains).toHaveLength(BY_THE_TICK.length - CALL_HANDLING.length);
    expect(proposal?.scopeAfter).toEqual(ALL_ROWS);
  });

  it('S2.10 of enabling gives everything anew: a fresh check of rights', () => {
    expect(propose('user.enable', { userId: left })?.gains).toEqual(CALL_HANDLING);
  });

  it('P5 sees who would be the last Super User to go; one who is locked out does not count', () => {
    for (const name of ['user.disable', 'user.delete', 'user.lockOut'] as const)
      expect(propose(name, { userId: owner })?.leavesNoSuperUser, name).toBe(true);
    expect(propose('user.setSuperUser', { userId: owner, isSuperUser: false })?.leavesNoSuperUser).toBe(true);
    expect(propose('user.disable', { userId: clerk })?.leavesNoSuperUser).toBe(false);
    expect(propose('user.disable', { userId: testId(4) })?.leavesNoSuperUser).toBe(false);
  });

  it('is none for a user who is not there', () => {
    expect(propose('user.disable', { userId: testId(99) })).toBeNull();
  });
});
