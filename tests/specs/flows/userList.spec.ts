// The list of users through the real core: narrowed by a right, saved as CSV, printed, with columns and views of one's own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { ACTIVE_USERS } from '../../../shared/catalogue/userList.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const rights = (roleIds: string[]) => ({ roleIds, exceptions: [], scope: { kind: 'all' as const } });
const FIRST_PAGE = { ...ACTIVE_USERS, offset: 0, limit: 50 };
const EXPORT: CallInput<'user.export'> = {
  ...ACTIVE_USERS,
  userIds: null,
  columns: ['loginId', 'name', 'status'],
  purpose: 'Annual HIPAA audit',
};
const newest = async (event: string) => {
  const filter = { ...NO_AUDIT_FILTER, event };
  return (await test.must('audit.find', { filter, beforeNumber: null, limit: 1 })).entries[0];
};
const loginIds = async (asked: Partial<CallInput<'user.find'>>) =>
  (await test.must('user.find', { ...FIRST_PAGE, ...asked })).rows.map(({ loginId }) => loginId);

const addLocation = async () => {
  const { fields } = PROCEDURES['location.create'].example;
  return (await test.must('location.create', { fields })).id;
};

describe('finding people by what they can do', () => {
  it('S5.01 finds everybody who holds a right, by role, by tick or as a Super User', async () => {
    await addActiveUser(test, 'clerk', rights(['front-desk']), 'B');
    const biller = await addActiveUser(test, 'biller', rights(['billing']), 'C');
    const exceptions = [{ permission: 'claim:delete' as const, effect: 'grant' as const }];
    await addActiveUser(test, 'helper', { ...rights([]), exceptions }, 'D');
    expect(await loginIds({ permission: 'claim:delete' })).toEqual(['helper', 'dwhitfield']);
    expect(await loginIds({ permission: 'claim:update' })).toEqual(['biller', 'helper', 'dwhitfield']);

    const { version, info, roleIds, scope } = await test.must('user.read', { userId: biller });
    const taken = [{ permission: 'claim:update' as const, effect: 'revoke' as const }];
    await test.must('user.update', { userId: biller, version, info, roleIds, scope, exceptions: taken, reason: '' });
    expect(await loginIds({ permission: 'claim:update' })).toEqual(['helper', 'dwhitfield']);
  });

  it('S2.29 leaves out whose role has ended or not begun, and keeps whose role waits for a place', async () => {
    const holders = { ended: 'B', later: 'C', elsewhere: 'D' };
    const terms = {
      ended: { dates: { validFrom: null, validUntil: '2026-11-23' }, locationIds: null },
      later: { dates: { validFrom: '2026-12-24', validUntil: null }, locationIds: null },
      elsewhere: { dates: { validFrom: null, validUntil: null }, locationIds: [await addLocation()] },
    };
    for (const [loginId, window] of Object.entries(holders)) {
      const userId = await addActiveUser(test, loginId, rights(['billing']), window);
      const { version, info, roleIds, exceptions, scope } = await test.must('user.read', { userId });
      const roleTerms = [{ roleId: 'billing', ...terms[loginId as keyof typeof terms] }];
      const given = { userId, version, info, roleIds, exceptions, scope, roleTerms };
      await test.must('user.update', { ...given, reason: 'Covers billing.' });
    }
    test.advance(2 * 86_400_000);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await loginIds({ permission: 'claim:update' })).toEqual(['elsewhere', 'dwhitfield']);
  });

  it('S5.01 narrows by right and status together', async () => {
    const userId = await addActiveUser(test, 'biller', rights(['billing']), 'B');
    const { version } = await test.must('user.read', { userId });
    await test.must('user.disable', { userId, version, reason: 'Left.' });
    expect(await loginIds({ permission: 'claim:update' })).toEqual(['dwhitfield']);
    expect(await loginIds({ permission: 'claim:update', status: 'disabled' })).toEqual(['biller']);
  });
});

describe('saving the list of users to a file (screens 6.7)', () => {
  it('S2.25 writes the columns asked for, for Excel, with no cell that starts a formula', async () => {
    const path = join(test.folder, 'users.csv');
    const info = { lastName: '=Ortiz', firstName: 'Lena', middleInitial: '', loginId: 'lortiz' };
    const contact = { email: null, phone: null, note: null };
    await test.must('user.add', { info: { ...info, ...contact }, ...rights([]), copiedFromUserId: null });
    test.dialogAnswers.push(path);
    expect(await test.must('user.export', EXPORT)).toEqual({ isSaved: true, fileName: 'users.csv', rowCount: 2 });
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(
      '\uFEFF"Login ID","Name","Status"\r\n"lortiz","\'=Ortiz, Lena","Invited"\r\n"dwhitfield","Whitfield, Dana","Active"\r\n',
    );
    const entry = await newest('users_exported');
    expect(entry).toMatchObject({ why: 'Annual HIPAA audit', count: 2, objectLabel: 'users.csv (2 rows)' });
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(entry?.changes).toEqual([
      { field: 'columns', old: null, new: 'loginId, name, status' },
      { field: 'filter Status', old: null, new: 'active' },
      { field: 'sha256 users.csv', old: null, new: sha256 },
    ]);
  });

  it('writes the chosen rows alone, as far as they match, and times with the offset of the practice', async () => {
    const path = join(test.folder, 'users.csv');
    const userId = await addActiveUser(test, 'biller', rights(['billing']), 'B');
    await addActiveUser(test, 'clerk', rights(['front-desk']), 'C');
    test.dialogAnswers.push(path);
    await test.must('user.export', { ...EXPORT, userIds: [userId], columns: ['name', 'lastSignIn'] });
    expect(readFileSync(path, 'utf8')).toMatch(
      /^\uFEFF"Name","Last sign-in"\r\n"Last-biller, First","2026-11-22T08:00:00\.\d{3}-05:00"\r\n$/,
    );
  });

  it('writes nothing when the chooser is closed, and nothing without a purpose or the name', async () => {
    test.dialogAnswers.push(null);
    expect(await test.must('user.export', EXPORT)).toEqual({ isSaved: false });
    expect(await test.mustRefuse('user.export', { ...EXPORT, purpose: ' ' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await test.mustRefuse('user.export', { ...EXPORT, columns: ['status'] })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('leaves no file and no claim of one where the folder takes none', async () => {
    test.dialogAnswers.push(join(test.folder, 'not-there', 'users.csv'));
    expect(await test.mustRefuse('user.export', EXPORT)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });
});

describe('printing (screens 6.2, 6.6)', () => {
  it('prints the list of users with what narrows it, and says so in the log', async () => {
    await addActiveUser(test, 'biller', rights(['billing']), 'B');
    const { columns } = EXPORT;
    const asked = { ...ACTIVE_USERS, userIds: null, columns, roleId: 'billing', permission: 'claim:update' as const };
    expect(await test.must('user.print', asked)).toEqual({ count: 1 });
    const [page = ''] = test.printed;
    expect(page).toContain('<td>biller</td><td>Last-biller, First</td><td>Active</td>');
    expect(page).toContain('<dt>Role</dt><dd>Billing</dd><dt>Can</dt><dd>Claims: Edit Data</dd>');
    expect(page).toContain('by Whitfield, Dana');
    expect(await newest('users_printed')).toMatchObject({ count: 1, outcome: 'succeeded' });
  });

  it('S2.44 prints the log with how many of how many, and the hash of its newest entry', async () => {
    await test.must('user.find', { ...FIRST_PAGE, search: '<b>' });
    const filter = { ...NO_AUDIT_FILTER, event: 'users_listed' };
    expect(await test.must('audit.print', { filter })).toEqual({ count: 1, isWhole: true });
    const [page = ''] = test.printed;
    expect(page).toContain('1 of 1 entries that match, newest first');
    expect(page).toContain('Whitfield, Dana looked at the list of users (0)');
    expect(page).toMatch(/<dd>\d+, hash [0-9a-f]{64}<\/dd>/);
    expect(page).toContain('<dt>What</dt><dd>looked at the list of users</dd>');
    expect((await newest('audit_printed'))?.changes).toEqual([
      { field: 'filter event', old: null, new: 'users_listed' },
    ]);
  });

  it('S2.44 says on paper what it leaves out of a long log', async () => {
    for (let count = 0; count < 503; count += 1) await test.must('user.find', FIRST_PAGE);
    const filter = { ...NO_AUDIT_FILTER, event: 'users_listed' };
    expect(await test.must('audit.print', { filter })).toEqual({ count: 500, isWhole: false });
    expect(test.printed[0]).toContain('500 of 503 entries that match');
  });
});

describe('what a person keeps of the list', () => {
  it('remembers the columns of each person in their order, also after a restart', async () => {
    await addActiveUser(test, 'officer', rights(['security-officer']), 'B');
    expect(await test.must('user.readLayout', {})).toEqual({ columns: null });
    await test.must('user.saveLayout', { columns: ['status', 'name'] });
    await test.must('user.saveLayout', { columns: ['created', 'name'] });
    expect((await newest('user_columns_chosen'))?.changes).toEqual([
      { field: 'columns', old: 'status, name', new: 'created, name' },
    ]);
    expect(await test.must('user.readLayout', {}, 'B')).toEqual({ columns: null });
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await test.must('user.readLayout', {})).toEqual({ columns: ['created', 'name'] });
  });

  it('S2.37 keeps views of the list apart from those of the log, with one name for one view', async () => {
    const filter = { permission: 'claim:delete' as const, status: 'all' as const };
    const { viewId } = await test.must('user.addView', { name: 'Can delete claims', filter });
    expect((await test.must('user.findViews', {})).views).toEqual([
      { viewId, version: 1, name: 'Can delete claims', filter },
    ]);
    expect((await test.must('audit.findViews', {})).views).toEqual([]);
    expect(await test.mustRefuse('audit.deleteView', { viewId, version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    const again = await test.mustRefuse('audit.addView', { name: 'can delete claims', filter: { outcome: 'denied' } });
    expect(again).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('in the list of users') });
    await test.must('user.renameView', { viewId, version: 1, name: 'Deleters' });
    await test.must('user.deleteView', { viewId, version: 2 });
    expect((await newest('user_view_deleted'))?.objectLabel).toBe('Deleters');
  });
});
