// Ways around the decision that were once open: each is closed for good.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSION_IDS } from '../../../shared/catalogue/permissions.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import type { Reply } from '../../../shared/errors.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { addActiveUser, OWN_SENDER, PASSWORD } from '../../support/startTestCore.ts';

let world: AccessWorld;
beforeEach(async () => {
  world = await buildAccessWorld(['front-desk', 'provider', 'manager', 'security-officer']);
});
afterEach(() => world.test.close());

const call = async (window: string, name: string, input: unknown) =>
  (await world.test.core.call(window, OWN_SENDER, name, input)) as Reply<unknown>;
const newest = async (event: string) =>
  (await world.test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 1 }))
    .entries[0];
const patients = PROCEDURES['patient.find'].example;
const ALL = { kind: 'all' as const };
const NOWHERE = '01900000-0000-7000-8000-00000000ffff';

describe('making a Super User (S5.08)', () => {
  it('S5.08 the right to set the practice up makes no Super User once the set-up is finished', async () => {
    const exceptions = [{ permission: 'practice:update' as const, effect: 'grant' as const }];
    await addActiveUser(world.test, 'setter', { roleIds: [], exceptions, scope: ALL }, 'setter');
    const person = { lastName: 'New', firstName: 'Nick', middleInitial: '', loginId: 'nnew' };
    const reply = await call('setter', 'setup.setSecondSuperUser', { kind: 'person', ...person });
    expect(reply.ok).toBe(false);
  });

  it('S4.13 the right to change the practice’s data changes no rule about rights, sign-in or the set-up', async () => {
    const given = ['organization:update', 'practice:update'] as const;
    const exceptions = given.map((permission) => ({ permission, effect: 'grant' as const }));
    await addActiveUser(world.test, 'keeper', { roleIds: [], exceptions, scope: ALL }, 'keeper');
    expect((await world.test.must('session.readState', {}, 'keeper')).subject?.permissions).toEqual([
      'organization:read',
      'organization:update',
    ]);
    for (const name of ['setup.renewRecovery', 'rightsRules.setModel', 'setting.update', 'setup.chooseRoles'] as const)
      expect(await call('keeper', name, PROCEDURES[name].example), name).toMatchObject({
        ok: false,
        error: { reason: 'noRight' },
      });
  });

  it('S5.08 nobody but a Super User gives the tick, whatever single rights they hold', async () => {
    const exceptions = PERMISSION_IDS.map((permission) => ({ permission, effect: 'grant' as const }));
    const userId = await addActiveUser(world.test, 'almost', { roleIds: [], exceptions, scope: ALL }, 'almost');
    const { version } = await world.test.must('user.read', { userId });
    const about = { userId, version, reason: 'Why not.', password: PASSWORD };
    const reply = await call('almost', 'user.setSuperUser', { ...about, isSuperUser: true });
    expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});

describe('the log of refusals (S1.21)', () => {
  it('S1.21 a call without the right is denied and recorded whether or not its target exists', async () => {
    const about = { userId: NOWHERE, version: 1, reason: 'Guessing.' };
    const reply = await call('manager', 'user.enable', about);
    expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await newest('user_enabled')).toMatchObject({ outcome: 'denied', reason: 'noRight' });
  });

  it('S1.21 a wrong present password at the change of password is recorded', async () => {
    const input = { currentPassword: 'wrong', newPassword: 'seven copper kettles by the pond' };
    expect(await call('manager', 'session.changePassword', input)).toMatchObject({ ok: false });
    expect(await newest('authn_password_change')).toMatchObject({ outcome: 'refused' });
  });

  it('S5.05 a login ID in use is refused in words and recorded, without regard to case', async () => {
    const info = { lastName: 'A', firstName: 'B', middleInitial: '', email: null, phone: null, note: null };
    const rights = { roleIds: [], exceptions: [], scope: ALL, copiedFromUserId: null };
    const reply = await call('A', 'user.add', { info: { ...info, loginId: 'Manager' }, ...rights });
    expect(reply).toMatchObject({ ok: false, error: { code: 'CONSTRAINT_VIOLATED' } });
    expect(await newest('user_created')).toMatchObject({ outcome: 'refused' });
    const denied = await call('manager', 'user.add', { info: { ...info, loginId: 'front-desk' }, ...rights });
    expect(denied).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('S1.21 a notice that does not exist is not confirmed', async () => {
    expect(await call('A', 'session.acknowledgeNotice', { noticeId: NOWHERE })).toMatchObject({ ok: false });
  });
});

describe('detection (S1.10, S3.10)', () => {
  it('S1.10 nobody inherits the count of whoever sat at the window before', async () => {
    const other = { kind: 'selected' as const, providerIds: [world.providerId.other] };
    await world.limit('provider', other);
    await world.limit('front-desk', other);
    const hidden = { id: world.patientId.own };
    const missing = { ok: false, error: { code: 'NOT_FOUND' } };
    expect(await call('provider', 'patient.read', hidden)).toMatchObject(missing);
    expect(await call('provider', 'patient.read', hidden)).toMatchObject(missing);
    await call('provider', 'session.delete', {});
    await call('provider', 'session.create', { loginId: 'front-desk', password: PASSWORD });
    expect(await call('provider', 'patient.read', hidden)).toMatchObject(missing);
    expect(await world.test.must('session.readState', {}, 'provider')).toMatchObject({ stage: 'open' });
  });

  it('S3.10 an alarm about an older file outlives a restart by somebody who is no Super User', async () => {
    const { test } = world;
    const file = (name: string) => join(test.folder, 'vault', name);
    for (const window of [...world.userIds.keys(), 'plain-user', 'A']) await call(window, 'session.delete', {});
    copyFileSync(file('console.db'), join(test.folder, 'older.db'));
    await world.signIn('front-desk');
    expect(await call('front-desk', 'patient.find', patients)).toMatchObject({ ok: true });
    await call('front-desk', 'session.delete', {});
    copyFileSync(join(test.folder, 'older.db'), file('console.db'));
    for (let start = 0; start < 2; start++) {
      test.restart();
      await world.signIn('front-desk');
      const state = await test.must('session.readState', {}, 'front-desk');
      expect(state.integrityAlarm, `start ${start + 1}`).not.toBeNull();
      expect(await call('front-desk', 'patient.find', patients)).toMatchObject({
        ok: false,
        error: { reason: 'reviewMode' },
      });
    }
  });
});

describe('the tree of locations (S2.28, S4.13)', () => {
  const place = (name: string, parentId: string | null) => ({
    fields: { ...PROCEDURES['location.create'].example.fields, name, parentId },
  });
  const limited = async (login: string, rights: object) => {
    const rest = { roleIds: ['manager'], exceptions: [], scope: ALL };
    await addActiveUser(world.test, login, { ...rest, ...rights }, login);
  };

  it('P5 whoever is limited to a location puts no other one under it, nor does whoever holds a role for one only', async () => {
    const { id: own } = await world.test.must('location.create', place('Own', null));
    const { id: other } = await world.test.must('location.create', place('Other', null));
    await limited('limited', { locations: { kind: 'selected', locationIds: [own] } });
    const dates = { validFrom: null, validUntil: null };
    await limited('bound', {
      roleIds: ['manager', 'billing'],
      roleTerms: [{ roleId: 'billing', dates, locationIds: [own] }],
    });
    await limited('free', {});
    const { version } = await world.test.must('location.read', { id: other });
    const moved = { id: other, version, ...place('Other', own) };
    for (const who of ['limited', 'bound']) {
      expect(await call(who, 'location.update', moved), who).toMatchObject({
        ok: false,
        error: { code: 'CONSTRAINT_VIOLATED', fields: [{ path: 'fields.parentId' }] },
      });
      expect(await call(who, 'location.create', place('New', own)), who).toMatchObject({ ok: false });
      expect((await call(who, 'location.create', place(`Own of ${who}`, null))).ok, who).toBe(true);
    }
    expect((await call('free', 'location.update', moved)).ok).toBe(true);
  });
});

describe('what a refusal says (S2.14)', () => {
  it('S2.14 the card names only people who could give the right', async () => {
    const about = { id: world.patientId.own, version: 1, reason: 'Entered twice.' };
    const reply = await call('front-desk', 'patient.delete', about);
    if (reply.ok) return expect.unreachable();
    expect(reply.error.grantors).not.toContain('Last-access-security, First');
  });

  it('S5.14 a preview counts no patients beyond the limit of whoever asks', async () => {
    await world.limit('access-security', { kind: 'selected', providerIds: [] });
    const stored = await world.test.must('user.read', { userId: world.userIds.get('manager') ?? '' });
    const { userId, version, info, roleIds, exceptions } = stored;
    const change = { userId, version, info, roleIds, exceptions, scope: ALL };
    const reply = await call('access-security', 'user.previewUpdate', change);
    expect(reply.ok ? (reply.value as { patientsAfter: number }).patientsAfter : 0).toBe(0);
  });

  it('S2.24 whoever may see users may look at a Super User', async () => {
    const userId = world.userIds.get('super-user') ?? '';
    expect(await call('security-officer', 'user.read', { userId })).toMatchObject({ ok: true });
  });
});
