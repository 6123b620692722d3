// A set-up that is killed after any of its steps goes on at the next one, and a killed beginning starts clean (S5.02, S5.03).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { twoGroups } from '../../support/recoveryGroups.ts';
import { OWNER, PASSWORD, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const EVERY_PATIENT = PROCEDURES['patient.find'].example;

let test: TestCore;
beforeEach(() => {
  test = startTestCore();
});
afterEach(() => test.close());

const begin = () =>
  test.must('setup.create', {
    practice: { name: 'Maple Street', timeZone: 'America/New_York', address: '' },
    person: { ...OWNER, password: PASSWORD },
  });

/** The program starts anew and the same person signs in again. */
async function killAndSignIn() {
  test.restart();
  await test.must('session.create', { loginId: OWNER.loginId, password: PASSWORD });
  return test.must('session.readState', {});
}

it('S5.03 goes on where it stopped, whichever step was the last, and lets no patient in before the end', async () => {
  await begin();
  const steps: readonly [next: string, finishThis: () => Promise<unknown>][] = [
    [
      'secondSuperUser',
      async () => {
        const { recoveryCode } = await test.must('setup.renewRecovery', { password: PASSWORD });
        return test.must('setup.confirmRecovery', { groups: twoGroups(recoveryCode) });
      },
    ],
    ['safety', () => test.must('setup.setSecondSuperUser', { kind: 'none', reason: 'The owner works alone.' })],
    ['roles', () => test.must('setup.confirmSafety', {})],
    ['people', () => test.must('setup.chooseRoles', { roleIds: ['billing', 'front-desk'] })],
  ];
  let expected = 'recovery';
  for (const [next, finishThis] of steps) {
    expect(await killAndSignIn()).toMatchObject({
      stage: 'setupUnfinished',
      setupStep: expected,
      integrityAlarm: null,
    });
    expect(await test.mustRefuse('patient.find', EVERY_PATIENT)).toMatchObject({ reason: 'setupUnfinished' });
    await finishThis();
    expected = next;
  }
  expect(await killAndSignIn()).toMatchObject({ stage: 'setupUnfinished', setupStep: 'people' });
  await test.must('setup.finish', { note: '' });
  expect(await killAndSignIn()).toMatchObject({ stage: 'open' });
  await test.must('patient.find', EVERY_PATIENT);
});

it('S5.02 starts clean when it was killed before the practice was in place', async () => {
  test.core.shutdown();
  const staging = join(test.folder, 'vault', 'staging');
  mkdirSync(staging, { recursive: true });
  for (const leftOver of ['console.db', 'vault.json']) writeFileSync(join(staging, leftOver), 'half written');
  test.restart();
  expect(await test.must('session.readState', {})).toMatchObject({ stage: 'firstRun' });
  await begin();
  expect(await killAndSignIn()).toMatchObject({
    stage: 'setupUnfinished',
    setupStep: 'recovery',
    integrityAlarm: null,
  });
});
