// The getting-started checklist through the real core: every item follows the data, and every choice stands in the log.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import type { ChecklistItemId } from '../../../shared/checklist/deriveChecklist.ts';
import { endOfJob, importOffered, offerFile } from '../../support/importFile.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const NO_RIGHTS = { roleIds: [] as string[], exceptions: [], scope: { kind: 'all' as const } };
const holding = (...roleIds: string[]) => ({ ...NO_RIGHTS, roleIds });
const isDone = async (id: ChecklistItemId) =>
  (await test.must('checklist.read', {})).items.find((item) => item.id === id)?.isDone;
const openItems = async () =>
  (await test.must('checklist.read', {})).items.flatMap((item) => (item.isDone ? [] : [item.id]));
const lastEntry = async (event: string) => {
  const filter = { ...NO_AUDIT_FILTER, event, outcome: 'succeeded' as const };
  return (await test.must('audit.find', { filter, beforeNumber: null, limit: 1 })).entries[0];
};
async function giveTick(name: 'user.setSuperUser' | 'user.setAccessSecurity', userId: string): Promise<void> {
  const { version } = await test.must('user.read', { userId });
  const about = { userId, version, reason: 'Stands in for the owner.', password: PASSWORD };
  if (name === 'user.setSuperUser') await test.must(name, { ...about, isSuperUser: true });
  else await test.must(name, { ...about, hasAccessSecurity: true });
}

describe('the office size', () => {
  it('S2.31 is stored with old and new value in the log, and orders the roles offered', async () => {
    expect((await test.must('role.find', {})).roles.filter((role) => role.isOfferedFirst)).toEqual([]);
    await test.must('checklist.chooseOfficeSize', { officeSize: 'large' });
    await test.must('checklist.chooseOfficeSize', { officeSize: 'small' });
    expect((await test.must('checklist.read', {})).officeSize).toBe('small');
    const { roles } = await test.must('role.find', {});
    expect(roles.flatMap((role) => (role.isOfferedFirst ? [role.roleId] : []))).toEqual([
      'medical-care-staff',
      'provider',
      'front-desk',
      'billing',
    ]);
    expect(await lastEntry('office_size_chosen')).toMatchObject({
      changes: [{ field: 'office size', old: 'Large or multi-site', new: 'Small office' }],
    });
  });

  it('S2.31 survives a restart and leaves the version of the security settings alone', async () => {
    const { version } = await test.must('setting.read', {});
    await test.must('checklist.chooseOfficeSize', { officeSize: 'medium' });
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await test.must('checklist.read', {})).officeSize).toBe('medium');
    expect((await test.must('setting.read', {})).version).toBe(version);
  });

  it('S2.31 is chosen by Super Users alone, and no other word is taken', async () => {
    const userId = await addActiveUser(test, 'rpatel', NO_RIGHTS, 'B');
    await giveTick('user.setAccessSecurity', userId);
    expect(await test.mustRefuse('checklist.chooseOfficeSize', { officeSize: 'small' }, 'B')).toMatchObject({
      code: 'FORBIDDEN',
    });
    const huge = { officeSize: 'huge' } as unknown as CallInput<'checklist.chooseOfficeSize'>;
    expect(await test.mustRefuse('checklist.chooseOfficeSize', huge)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the checklist', () => {
  it('S1.30 ticks every item from the data as the week goes on, and then hides by itself', async () => {
    await test.must('checklist.chooseOfficeSize', { officeSize: 'small' });
    expect(await isDone('recoverySheet')).toBe(true);
    expect(await openItems()).toHaveLength(7);

    offerFile(test, 'Id,NAME,SPECIALITY\np1,Ria Patel,GENERAL PRACTICE\n');
    await importOffered(test, 'provider');
    expect(await isDone('providers')).toBe(true);
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE,PROVIDER\n1,Maynard,Mosciski,2014-10-06,p1\n');
    await importOffered(test, 'patient');
    expect(await isDone('patients')).toBe(true);

    await addActiveUser(test, 'lortiz', holding('front-desk', 'billing'), 'B');
    await addActiveUser(test, 'jkim', holding('provider'), 'C');
    expect(await isDone('people')).toBe(true);
    const second = await addActiveUser(test, 'rpatel', NO_RIGHTS, 'D');
    await giveTick('user.setSuperUser', second);
    expect(await openItems()).toEqual(['roles', 'logVerified', 'logExported']);

    await test.must('checklist.setRoleNeeded', { roleId: 'medical-care-staff', isNeeded: false });
    expect(await lastEntry('checklist_role_decided')).toMatchObject({
      objectLabel: 'Medical Care Staff',
      changes: [{ field: 'needed here', old: 'yes', new: 'no' }],
    });
    await endOfJob(test, (await test.must('audit.startVerify', {})).jobId);
    test.dialogAnswers.push(join(test.folder, 'log.csv'));
    const answer = await test.must('audit.startExport', {
      filter: NO_AUDIT_FILTER,
      columns: ['number'],
      purpose: 'First export',
    });
    if (answer.isChosen) await endOfJob(test, answer.jobId);
    expect(await test.must('checklist.read', {})).toMatchObject({ isShown: false, putAway: null });
    expect(await openItems()).toEqual([]);
  });

  it('S1.30 opens an item again when its data is undone', async () => {
    await test.must('checklist.chooseOfficeSize', { officeSize: 'small' });
    const userId = await addActiveUser(test, 'lortiz', holding('front-desk'), 'B');
    const heldBy = async () =>
      (await test.must('checklist.read', {})).roles.find((role) => role.roleId === 'front-desk')?.holderCount;
    expect(await heldBy()).toBe(1);
    const { version } = await test.must('user.read', { userId });
    await test.must('user.disable', { userId, version, reason: 'Left the practice.' });
    expect(await heldBy()).toBe(0);
    expect(await isDone('people')).toBe(false);
  });

  it('S1.30 leaves out usual roles that the set-up took out of use', async () => {
    await test.must('checklist.chooseOfficeSize', { officeSize: 'small' });
    await test.must('setup.chooseRoles', { roleIds: ['provider', 'billing'] });
    const { roles } = await test.must('checklist.read', {});
    expect(roles.map(({ roleId }) => roleId)).toEqual(['provider', 'billing']);
    const asked = { roleId: 'front-desk', isNeeded: false };
    expect(await test.mustRefuse('checklist.setRoleNeeded', asked)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('S1.30 is put away and brought back with an entry each, and names who did it', async () => {
    await test.must('checklist.setShown', { isShown: false });
    const put = await test.must('checklist.read', {});
    expect(put).toMatchObject({ isShown: false, putAway: { by: 'Whitfield, Dana' } });
    expect(put.items.length).toBe(8);
    expect((await lastEntry('checklist_visibility_changed'))?.changes).toEqual([
      { field: 'getting-started checklist', old: 'shown', new: 'put away' },
    ]);
    await test.must('checklist.setShown', { isShown: true });
    expect(await test.must('checklist.read', {})).toMatchObject({ isShown: true, putAway: null });
  });

  it('S1.30 is followed by Access Security holders too, and by nobody without the right', async () => {
    const userId = await addActiveUser(test, 'rpatel', NO_RIGHTS, 'B');
    expect(await test.mustRefuse('checklist.read', {}, 'B')).toMatchObject({ code: 'FORBIDDEN' });
    await giveTick('user.setAccessSecurity', userId);
    expect((await test.must('checklist.read', {}, 'B')).isShown).toBe(true);
    await addActiveUser(test, 'mlee', holding('manager'), 'C');
    expect(await test.mustRefuse('checklist.setShown', { isShown: false }, 'C')).toMatchObject({
      code: 'FORBIDDEN',
      permission: 'checklist:use',
    });
  });
});
