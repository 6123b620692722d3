// A call belongs to the session it was made in, and what one window does closes nothing that another needs.
import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import {
  addActiveUser,
  OWNER,
  PASSWORD,
  setUpPractice,
  startTestCore,
  type TestCore,
} from '../../support/startTestCore.ts';

let test: TestCore;
let recoveryCode: string;
beforeEach(async () => {
  test = startTestCore();
  ({ recoveryCode } = await setUpPractice(test));
});
afterEach(() => test.close());

const entries = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 10 })).entries;

/** The next file chooser stays open until the answer is given. */
function openChooser(): (path: string) => void {
  let answer: (path: string) => void = () => undefined;
  const waiting = new Promise<string>((resolve) => {
    answer = resolve;
  });
  test.dialogAnswers.push(waiting as unknown as string);
  return answer;
}

describe('a file chooser that outlives the session', () => {
  it('S2.41 S1.19 saves nothing for whoever signs in next at that window, and nothing is written under their name', async () => {
    await addActiveUser(
      test,
      'clerk',
      { roleIds: [], exceptions: [{ permission: 'user:export', effect: 'grant' }], scope: { kind: 'all' } },
      'B',
    );
    const answer = openChooser();
    const { example } = PROCEDURES['user.export'];
    const saving = test.call('user.export', example);
    await nextTurn();
    test.core.lock('A', 'idle');
    await test.must('session.create', { loginId: 'clerk', password: PASSWORD });
    const path = `${test.folder}/users.csv`;
    answer(path);
    expect(await saving).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
    expect(existsSync(path)).toBe(false);
    await test.must('session.create', { loginId: OWNER.loginId, password: PASSWORD });
    expect((await entries('users_exported')).filter(({ outcome }) => outcome === 'succeeded')).toEqual([]);
  });
});

describe('the recovery code', () => {
  it('S2.100 opens the practice whatever else the sign-in page asks meanwhile', async () => {
    await test.must('session.delete', {});
    let isAnswered = false;
    const recovering = test.call('session.recover', { recoveryCode }).finally(() => {
      isAnswered = true;
    });
    while (!isAnswered) {
      await test.must('session.readState', {}, 'B');
      await nextTurn();
    }
    expect(await recovering).toMatchObject({ ok: true });
  });
});

describe('a login that was renamed meanwhile', () => {
  it('S5.05 changes its own password in the session it is in', async () => {
    const userId = await addActiveUser(test, 'clerk', { roleIds: [], exceptions: [], scope: { kind: 'all' } }, 'B');
    const { version, info, roleIds, exceptions, scope } = await test.must('user.read', { userId });
    const renamed = {
      userId,
      version,
      info: { ...info, loginId: 'clerk2' },
      roleIds,
      exceptions,
      scope,
      reason: 'Married.',
    };
    await test.must('user.update', renamed);
    const newPassword = 'amber kettle 58 violin meadow';
    await test.must('session.changePassword', { currentPassword: PASSWORD, newPassword }, 'B');
    await test.must('session.create', { loginId: 'clerk2', password: newPassword }, 'B');
  });
});
