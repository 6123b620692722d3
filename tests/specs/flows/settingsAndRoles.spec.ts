// Security settings, roles and the status bar through the real core.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const DESK = { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' as const } };
const lastEntry = async (event: string) => {
  const filter = { ...NO_AUDIT_FILTER, event, outcome: 'succeeded' as const };
  const { entries } = await test.must('audit.find', { filter, beforeNumber: null, limit: 1 });
  return entries[0];
};

describe('settings and roles', () => {
  it('S5.12 S2.54 changes a setting with old and new value in the log, and refuses a stale page', async () => {
    const { version, values } = await test.must('setting.read', {});
    const changed = { ...values, idleMinutes: 5 };
    expect(await test.must('setting.update', { version, values: changed, reason: '' })).toEqual({
      version: version + 1,
    });
    expect(await test.mustRefuse('setting.update', { version, values, reason: '' })).toMatchObject({
      code: 'CONFLICT',
    });
    expect((await test.must('practice.readStatus', {})).idleTimeoutMs).toBe(300_000);
    expect((await lastEntry('security_settings_changed'))?.changes).toEqual([
      { field: 'Lock screen after', old: '15 minutes without input', new: '5 minutes without input' },
    ]);
  });

  it('S2.24 shows a role with its holders and whether only a Super User may give it', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    expect(await test.must('role.read', { roleId: 'front-desk' })).toMatchObject({
      isSuperUserGiven: false,
      holders: [{ userId, loginId: 'lortiz' }],
    });
    expect((await test.must('role.read', { roleId: 'owner-admin' })).isSuperUserGiven).toBe(true);
    expect(await test.mustRefuse('role.read', { roleId: 'no-such-role' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells the status bar counts and states', async () => {
    await addActiveUser(test, 'lortiz', DESK, 'B');
    expect(await test.must('practice.readStatus', {}, 'B')).toMatchObject({
      practiceName: 'Maple Street Family Medicine',
      userCount: 2,
      superUserCount: 1,
      integrityAlarm: null,
    });
  });
});
