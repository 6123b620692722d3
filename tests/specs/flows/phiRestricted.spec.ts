// ePHI Restricted through the real core: every door to patient data closes at once and opens again as it was (S1.09, C4).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { callAny } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const ALL = { kind: 'all' as const };
let test: TestCore;
let manager: string;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  manager = await addActiveUser(test, 'manager', { roleIds: ['manager'], exceptions: [], scope: ALL }, 'manager');
}, 60_000);
afterAll(() => test.close());

async function restrict(userId: string, isPhiRestricted: boolean, window = 'A') {
  const { version } = await test.must('user.read', { userId });
  return test.call(
    'user.setPhiRestricted',
    { userId, version, isPhiRestricted, reason: 'Under investigation.' },
    window,
  );
}
const reachesPhi = (name: ProcedureName) => {
  const { access } = PROCEDURES[name];
  return access.kind === 'permission' && PERMISSIONS[access.permission].reachesPhi;
};

it('S1.09 every call whose right reaches patient data is denied with its own reason, and none of the others', async () => {
  expect(await restrict(manager, true)).toMatchObject({ ok: true });
  for (const name of PROCEDURE_NAMES) {
    if (!reachesPhi(name)) continue;
    const reply = await callAny(test, name, PROCEDURES[name].example, 'manager');
    expect(reply, name).toMatchObject({ ok: false, error: { reason: 'phiRestricted' } });
    await test.must('session.create', { loginId: 'manager', password: PASSWORD }, 'manager');
  }
  expect(await callAny(test, 'location.find', PROCEDURES['location.find'].example, 'manager')).toMatchObject({
    ok: true,
  });
}, 120_000);

it('S1.09 the page is told that the rights are gone, and lifting brings back exactly what was there', async () => {
  const held = async () => (await test.must('session.readState', {}, 'manager')).subject?.permissions ?? [];
  await restrict(manager, false);
  const before = await held();
  expect(before).toContain('patient:read');

  await restrict(manager, true);
  expect((await held()).filter((id) => PERMISSIONS[id].reachesPhi)).toEqual([]);

  await restrict(manager, false);
  expect(await held()).toEqual(before);
});

it('S1.09 the log keeps who set it, old and new, and why', async () => {
  await restrict(manager, true);
  const { entries } = await test.must('audit.find', {
    filter: { ...NO_AUDIT_FILTER, event: 'phi_restriction_changed' },
    beforeNumber: null,
    limit: 1,
  });
  expect(entries[0]).toMatchObject({
    says: 'set or lifted ePHI Restricted',
    why: 'Under investigation.',
    changes: [{ field: 'ePHI Restricted' }],
  });
});

it('C4 a Super User can carry it, cannot lift it from themselves, and another Super User can', async () => {
  const second = await addActiveUser(test, 'second', { roleIds: [], exceptions: [], scope: ALL }, 'second');
  const { version } = await test.must('user.read', { userId: second });
  await test.must('user.setSuperUser', {
    userId: second,
    version,
    isSuperUser: true,
    reason: 'Second owner.',
    password: PASSWORD,
  });
  await restrict(second, true);

  expect(await callAny(test, 'patient.find', PROCEDURES['patient.find'].example, 'second')).toMatchObject({
    ok: false,
    error: { reason: 'phiRestricted' },
  });
  expect(await restrict(second, false, 'second')).toMatchObject({ ok: false, error: { reason: 'ownRights' } });
  expect(await restrict(second, false)).toMatchObject({ ok: true });
});

it('P5 nobody lifts it for somebody else whose rights they lack themselves', async () => {
  const exceptions = [{ permission: 'user:update' as const, effect: 'grant' as const }];
  await addActiveUser(test, 'helper', { roleIds: [], exceptions, scope: ALL }, 'helper');
  await restrict(manager, true);
  expect(await restrict(manager, false, 'helper')).toMatchObject({
    ok: false,
    error: { reason: 'givesWhatTheyLack' },
  });
});
