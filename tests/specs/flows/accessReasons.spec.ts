// A reason is asked before acts the practice names, and where a patient is opened out of pattern (P7, S3.14).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addExample, type MadeRecord } from '../../support/exampleRecord.ts';
import { roleDesk } from '../../support/roleDesk.ts';
import { PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const DAY_MS = 86_400_000;
const NEVER = { permissions: [], isAskedOutOfPattern: false };
type Rules = CallInput<'reasonRules.update'>['rules'];

let test: TestCore;
let records: Map<string, MadeRecord>;
let patientId: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  records = new Map();
  for (const type of ['location', 'payer', 'provider', 'patient'])
    records.set(type, await addExample(test, type, records));
  patientId = records.get('patient')?.id ?? '';
});
afterEach(() => test.close());
const { holder, newestEntry } = roleDesk(() => test);

const ask = (rules: Partial<Rules>, was: Rules = NEVER) =>
  test.must('reasonRules.update', { was, rules: { ...NEVER, ...rules }, reason: 'Advised by the privacy officer.' });
const give = (procedure: string, targetId: string | null, window: string, words = '') =>
  test.must('session.giveReason', { procedure, targetId, reason: 'covering', words }, window);
const open = (window: string, id = patientId) => test.call('patient.read', { id }, window);

describe('a patient opened out of pattern (S3.14)', () => {
  beforeEach(async () => {
    await holder('desk', ['front-desk'], 'D');
    await ask({ isAskedOutOfPattern: true });
  });

  it('S3.14 is opened after a reason, which stands in the entry of the reason and of the opening', async () => {
    expect(await open('D')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', reason: 'reasonRequired' } });
    await give('patient.read', patientId, 'D', 'for Dr. Patel');
    expect(await newestEntry('access_reason_given')).toMatchObject({
      patientId,
      why: 'Covering for a colleague: for Dr. Patel',
    });
    expect((await open('D')).ok).toBe(true);
    expect(await newestEntry('sensitive_read')).toMatchObject({ why: 'Covering for a colleague: for Dr. Patel' });
  });

  it('S3.14 asks once in a session, and again after signing in anew', async () => {
    await give('patient.read', patientId, 'D');
    expect((await open('D')).ok).toBe(true);
    expect((await open('D')).ok).toBe(true);
    await test.must('session.delete', {}, 'D');
    await test.must('session.create', { loginId: 'desk', password: PASSWORD }, 'D');
    expect(await open('D')).toMatchObject({ error: { reason: 'reasonRequired' } });
  });

  it('S3.14 a reason for one patient opens no other', async () => {
    const other = await addExample(test, 'patient', records, { lastName: 'Quigley', firstName: 'Nora' });
    await give('patient.read', patientId, 'D');
    expect(await open('D', other.id)).toMatchObject({ error: { reason: 'reasonRequired' } });
  });

  it.each([
    ['a visit seven days from now is near', '2026-11-29', 0, true],
    ['a visit eight days from now is not', '2026-11-30', 0, false],
    ['a visit seven days ago is near', '2026-11-22', 7 * DAY_MS, true],
    ['a visit eight days ago is not', '2026-11-22', 8 * DAY_MS, false],
  ])('S3.14 %s', async (_sentence, day, laterMs, isOpen) => {
    const fields = { patientId, providerId: records.get('provider')?.id ?? '', locationId: null, reason: 'Check-up' };
    const time = { day, time: '08:00', lengthMinutes: 30, isSecondHour: false, isConfirmed: true };
    await test.must('appointment.book', { fields, ...time });
    test.advance(laterMs);
    await test.must('session.create', { loginId: 'desk', password: PASSWORD }, 'D');
    expect((await open('D')).ok).toBe(isOpen);
  });

  it('S3.14 a right that is missing is said before any reason', async () => {
    await holder('stock', ['inventory'], 'S');
    expect(await open('S')).toMatchObject({ error: { reason: 'noRight' } });
  });
});

describe('an act the practice names (P7)', () => {
  beforeEach(() => ask({ permissions: ['patient:export'] }));
  const save = () => test.call('patient.export', PROCEDURES['patient.export'].example);

  it('P7 asks before every single act, Super Users included, and no file chooser opens before', async () => {
    expect(await save()).toMatchObject({ error: { reason: 'reasonRequired' } });
    await give('patient.export', null, 'A');
    test.dialogAnswers.push(null);
    expect(await save()).not.toMatchObject({ error: { reason: 'reasonRequired' } });
    expect(test.dialogAnswers).toEqual([]);
  });

  it('P7 a reason without a choice of the list, or “another” without words, is not taken', async () => {
    const other = { procedure: 'patient.export', targetId: null, reason: 'other' as const, words: '' };
    expect(await test.mustRefuse('session.giveReason', other)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const none = { ...other, reason: 'because' } as never;
    expect(await test.mustRefuse('session.giveReason', none)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('P7 lists of looking cannot be named, since they ask page by page', async () => {
    const rules = { permissions: ['patient:read' as const], isAskedOutOfPattern: false };
    const change = { was: { ...NEVER, permissions: ['patient:export' as const] }, rules, reason: 'Try.' };
    expect(await test.mustRefuse('reasonRules.update', change)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('P7 two people who change the rule at once do not overwrite each other', async () => {
    const change = { was: NEVER, rules: { ...NEVER, isAskedOutOfPattern: true }, reason: 'Both at once.' };
    expect(await test.mustRefuse('reasonRules.update', change)).toMatchObject({ code: 'CONFLICT' });
    expect((await test.must('reasonRules.read', {})).rules.permissions).toEqual(['patient:export']);
  });
});
