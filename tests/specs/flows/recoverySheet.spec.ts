// The recovery sheet from making to proof: at every moment a code that is on paper opens the practice.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type TypedGroup, twoGroups } from '../../support/recoveryGroups.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
let recoveryCode: string;
beforeEach(async () => {
  test = startTestCore();
  ({ recoveryCode } = await setUpPractice(test));
});
afterEach(() => test.close());

const renew = async () => (await test.must('setup.renewRecovery', { password: PASSWORD })).recoveryCode;
const prove = (code: string) => test.must('setup.confirmRecovery', { groups: twoGroups(code) });
const opensWith = async (code: string) => {
  const reply = await test.call('session.recover', { recoveryCode: code }, 'recovery');
  if (reply.ok) await test.must('session.delete', {}, 'recovery');
  return reply.ok;
};

describe('the recovery sheet (S2.100, S5.03)', () => {
  it('S2.100 keeps the used code valid until two groups of the new one are typed back, then voids it', async () => {
    await test.must('session.delete', {});
    const { newRecoveryCode } = await test.must('session.recover', { recoveryCode });
    expect(await opensWith(recoveryCode)).toBe(true);
    expect(await opensWith(newRecoveryCode)).toBe(false);
    const { newRecoveryCode: newest } = await test.must('session.recover', { recoveryCode });
    await prove(newest);
    expect(await opensWith(recoveryCode)).toBe(false);
    expect(await opensWith(newest)).toBe(true);
  });

  it('S2.100 leaves the old paper valid when the program is killed before the new code is written down', async () => {
    await test.must('session.delete', {});
    const { newRecoveryCode: lost } = await test.must('session.recover', { recoveryCode });
    test.restart();
    expect(await opensWith(lost)).toBe(false);
    const { newRecoveryCode } = await test.must('session.recover', { recoveryCode });
    await prove(newRecoveryCode);
    test.restart();
    expect(await opensWith(recoveryCode)).toBe(false);
    expect(await opensWith(newRecoveryCode)).toBe(true);
  });

  it('S2.100 lets only a Super User with the right password make a new code, and records each step', async () => {
    expect(await test.mustRefuse('setup.renewRecovery', { password: 'not the password at all' })).toMatchObject({
      reason: 'stepUpRequired',
    });
    const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
    await addActiveUser(test, 'lortiz', rights, 'B');
    expect(await test.mustRefuse('setup.renewRecovery', { password: PASSWORD }, 'B')).toMatchObject({
      reason: 'noRight',
    });
    const code = await renew();
    test.dialogAnswers.push(join(test.folder, 'sheet.txt'));
    await test.must('setup.saveRecoverySheet', { how: 'save' });
    await test.must('setup.saveRecoverySheet', { how: 'print' });
    expect(readFileSync(join(test.folder, 'sheet.txt'), 'utf8')).toContain(code);
    expect(test.printed[0]).toContain(code.split('-')[2]);
    await prove(code);
    const { entries } = await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 4 });
    expect(entries.map(({ event }) => event)).toEqual([
      'recovery_sheet_confirmed',
      'recovery_sheet_written',
      'recovery_sheet_written',
      'recovery_code_renewed',
    ]);
    expect(JSON.stringify(entries)).not.toContain(code.slice(0, 11));
  });

  it('S1.30 refuses wrong groups and the same group twice, and the code shown stays to be proved', async () => {
    const code = await renew();
    const [first, second] = twoGroups(code) as [TypedGroup, TypedGroup];
    for (const groups of [
      [first, first],
      [first, { ...second, typed: '00000' }],
    ])
      expect(await test.mustRefuse('setup.confirmRecovery', { groups })).toMatchObject({ code: 'CONFLICT' });
    expect(await opensWith(recoveryCode)).toBe(true);
    await prove(code);
  });

  it('S5.03 saves the sheet for its owner alone, also over an older file, and names a folder that takes none', async () => {
    await renew();
    const path = join(test.folder, 'sheet.txt');
    writeFileSync(path, 'an older file', { mode: 0o644 });
    test.dialogAnswers.push(path, join(test.folder, 'no such folder', 'sheet.txt'));
    await test.must('setup.saveRecoverySheet', { how: 'save' });
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    const refusal = await test.mustRefuse('setup.saveRecoverySheet', { how: 'save' });
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(refusal.message).toContain('Choose another folder');
  });

  it('S1.03 shows, prints and proves a code only in the session it was made in', async () => {
    const code = await renew();
    const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
    await addActiveUser(test, 'lortiz', rights, 'B');
    for (const refusal of [
      await test.mustRefuse('setup.saveRecoverySheet', { how: 'print' }, 'B'),
      await test.mustRefuse('setup.confirmRecovery', { groups: twoGroups(code) }, 'B'),
    ])
      expect(refusal).toMatchObject({ code: 'CONFLICT' });
    test.core.lock('A', 'user');
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    await test.mustRefuse('setup.confirmRecovery', { groups: twoGroups(code) });
    expect(test.printed).toEqual([]);
  });

  it('S2.10 still takes the proof after a leaver made the root key new in between', async () => {
    const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
    const userId = await addActiveUser(test, 'lortiz', rights, 'B');
    const code = await renew();
    const { version } = await test.must('user.read', { userId });
    await test.must('user.disable', { userId, version, reason: 'Left the practice.' });
    await prove(code);
    expect(await opensWith(recoveryCode)).toBe(false);
    expect(await opensWith(code)).toBe(true);
  });
});
