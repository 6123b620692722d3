// A patient at the desk: the kiosk, the printed copy, and who opened the record, through the real core (S1.23).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { DEFAULT_SETTINGS } from '../../../shared/catalogue/procedures/practice.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { KIOSK_IDLE_MS } from '../../../shared/session/timeout.ts';
import { addExample, addExamples, type MadeRecord } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const ALL = { exceptions: [], scope: { kind: 'all' as const } };
const YEAR = { fromDay: '2025-11-22', toDay: '2026-11-22' };
const PURPOSE = 'Asked by the patient.';

let test: TestCore;
let records: Map<string, MadeRecord>;
let archer: string;
let brook: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  records = await addExamples(test);
  const patient = async (lastName: string) =>
    (await addExample(test, 'patient', records, { lastName, ssn: '219099999', phone: '617-555-0147' })).id;
  archer = await patient('Archer');
  brook = await patient('Brook');
  await addActiveUser(test, 'aarcher', { ...ALL, roleIds: ['patient'], linkedPatientId: archer }, 'tablet');
  await addActiveUser(test, 'desk', { ...ALL, roleIds: ['front-desk'] }, 'desk');
  await addActiveUser(test, 'privacy', { ...ALL, roleIds: ['privacy-officer'] }, 'privacy');
});
afterEach(() => test.close());

const newest = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 5 })).entries;
const accesses = (window: string, id = archer) => test.must('patient.findAccesses', { id, ...YEAR }, window);
const signIn = (loginId: string, window: string) =>
  test.must('session.create', { loginId, password: PASSWORD }, window);

describe('the kiosk', () => {
  it('S1.23 begins with the sign-in of a patient and ends with it, and only at their window', async () => {
    expect(test.desk.kiosk).toEqual([['tablet', true]]);
    await test.must('session.delete', {}, 'tablet');
    await signIn('desk', 'tablet');
    expect(test.desk.kiosk).toEqual([
      ['tablet', true],
      ['tablet', false],
    ]);
  });

  it('S1.23 ends when the screen locks, and the name of the patient is not left there', async () => {
    await test.must('session.lock', { why: 'user' }, 'tablet');
    expect(test.desk.kiosk.at(-1)).toEqual(['tablet', false]);
    expect(await test.must('session.readState', {}, 'tablet')).toMatchObject({ stage: 'signIn', lastLoginId: null });
    await test.must('session.lock', { why: 'user' }, 'desk');
    expect((await test.must('session.readState', {}, 'desk')).lastLoginId).toBe('desk');
  });

  it('S1.23 leaves the record for two minutes without input, and everybody else for the time of the practice', async () => {
    const { idleTimeoutMs } = await test.must('session.readState', {}, 'tablet');
    expect(idleTimeoutMs).toBe(KIOSK_IDLE_MS);
    test.advance(KIOSK_IDLE_MS - 5_000);
    expect(test.locked).not.toContain('tablet');
    test.advance(6_000);
    expect(test.locked).toContain('tablet');
    expect(test.locked).not.toContain('desk');
    expect(test.desk.kiosk.at(-1)).toEqual(['tablet', false]);
  });

  it('S1.23 is never longer than what the practice allows everybody', async () => {
    const { version } = await test.must('setting.read', {});
    await test.must('setting.update', {
      version,
      values: { ...DEFAULT_SETTINGS, idleMinutes: 1 },
      reason: 'Busy hall.',
    });
    expect((await test.must('session.readState', {}, 'tablet')).idleTimeoutMs).toBe(60_000);
  });

  it('S1.23 begins within a second where a login is linked while it is signed in', async () => {
    const { userId, version } = await test.must('user.read', { userId: await userIdOf('desk') });
    const rights = { ...ALL, roleIds: ['patient'], linkedPatientId: brook };
    const { info } = await test.must('user.read', { userId });
    await test.must('user.update', { userId, version, info, ...rights, reason: 'Is a patient here.' });
    test.advance(1_000);
    expect(test.desk.kiosk.at(-1)).toEqual(['desk', true]);
  });
});

describe('the printed copy', () => {
  it('S1.23 holds the record as the patient sees it, goes straight to the printer, and stands in the log', async () => {
    expect(await test.must('patient.printCopy', { id: archer, purpose: PURPOSE }, 'tablet')).toEqual({
      recordCount: 1,
    });
    expect(test.printed).toEqual([]);
    const [page = ''] = test.desk.silent;
    expect(page).toContain('Archer');
    expect(page).toContain('617-555-0147');
    expect(page).toContain('•••-••-9999');
    expect(page).not.toContain('219099999');
    expect(page).toContain('by Last-aarcher, First');
    expect(page).toMatch(/Not on this copy: .*clinical notes/);
    expect((await newest('patient_copy_printed'))[0]).toMatchObject({
      patientId: archer,
      why: PURPOSE,
      outcome: 'succeeded',
      count: 1,
      objectLabel: expect.stringMatching(/^patient record \d+$/),
    });
  });

  it('S1.23 is refused where there is no printer: no file is left at the desk', async () => {
    test.desk.hasPrinter = false;
    const refusal = await test.mustRefuse('patient.printCopy', { id: archer, purpose: PURPOSE }, 'tablet');
    expect(refusal.message).toContain('no printer');
    await test.must('patient.printCopy', { id: archer, purpose: PURPOSE }, 'desk');
    expect([test.desk.silent.length, test.printed.length]).toEqual([0, 1]);
  });

  it('S1.23 holds for staff what they may see besides, and nothing of another patient', async () => {
    const about = {
      ...PROCEDURES['note.create'].example.fields,
      patientId: archer,
      title: 'Cough',
      body: 'Better & well',
    };
    await addActiveUser(test, 'doctor', { ...ALL, roleIds: ['primary-care-provider'] }, 'doctor');
    await test.must('note.create', { fields: about }, 'doctor');
    await addExample(test, 'appointment', records, { patientId: archer });
    await test.must('note.create', { fields: { ...about, title: 'Sorrow', noteClass: 'mentalHealth' } }, 'doctor');
    await test.must('note.create', { fields: { ...about, title: 'Other', patientId: brook } }, 'doctor');
    const printedBy = async (window: string) => {
      await test.must('patient.printCopy', { id: archer, purpose: PURPOSE }, window);
      return test.printed.at(-1) ?? '';
    };
    const byDoctor = await printedBy('doctor');
    for (const words of [
      'Cough',
      'Better &#38; well',
      'Sorrow',
      '<dt>Signed</dt><dd>not yet</dd>',
      '<h3>Appointment 1</h3>',
    ])
      expect(byDoctor).toContain(words);
    expect(byDoctor).not.toContain('Other');
    // A Super User holds every right but those of labelled notes, which a role must bring (S3.11).
    const bySuperUser = await printedBy('A');
    expect([bySuperUser.includes('Cough'), bySuperUser.includes('Sorrow')]).toEqual([true, false]);
    const byDesk = await printedBy('desk');
    expect([byDesk.includes('Cough'), byDesk.includes('Clinical notes')]).toEqual([false, false]);
    expect(byDesk).toContain('Appointments');
  });

  it('S1.23 of another patient is not there for a patient', async () => {
    for (const name of ['patient.printCopy', 'patient.printAccesses', 'patient.findAccesses'] as const) {
      const input = { id: brook, ...(name === 'patient.printCopy' ? {} : YEAR), purpose: PURPOSE };
      if (name === 'patient.findAccesses') Reflect.deleteProperty(input, 'purpose');
      expect(await test.mustRefuse(name, input as never, 'tablet')).toMatchObject({ code: 'NOT_FOUND' });
      await signIn('aarcher', 'tablet');
    }
    expect(test.desk.silent).toEqual([]);
  });
});

describe('who opened the record', () => {
  it('S1.23 names person, role, day and kind of act, counted together, and no other patient', async () => {
    for (const id of [archer, archer, brook]) await test.must('patient.read', { id }, 'desk');
    await test.must('patient.printCopy', { id: archer, purpose: PURPOSE }, 'desk');
    await test.must('patient.read', { id: archer }, 'tablet');
    const { lines, actCount, personCount, counts, refusedCount } = await accesses('tablet');
    expect(lines.map(({ name, roles, says, count }) => [name, roles, says, count])).toEqual([
      ['Last-aarcher, First', ['Patient'], 'opened a patient record', 1],
      ['Last-desk, First', ['Front desk'], 'printed a copy of a patient record', 1],
      ['Last-desk, First', ['Front desk'], 'opened a patient record', 2],
      ['Whitfield, Dana', ['Super User'], 'added a patient record', 1],
    ]);
    expect(lines[0]).toMatchObject({ day: '2026-11-22', firstTime: '08:00', kind: 'viewed' });
    expect({ actCount, personCount, refusedCount }).toEqual({ actCount: 5, personCount: 3, refusedCount: 0 });
    expect(counts).toContainEqual({ kind: 'viewed', count: 3 });
    expect(counts).toContainEqual({ kind: 'printed', count: 1 });
  });

  it('S1.23 tells refused tries and lists of many apart from what was opened', async () => {
    await addActiveUser(test, 'stock', { ...ALL, roleIds: ['inventory'] }, 'stock');
    await test.mustRefuse('patient.read', { id: archer }, 'stock');
    const { limit: _limit, offset: _offset, ...query } = PROCEDURES['patient.find'].example;
    test.dialogAnswers.push(`${test.folder}/patients.csv`);
    await test.must('patient.export', { ...query, purpose: PURPOSE });
    const found = await accesses('privacy');
    expect(found).toMatchObject({ refusedCount: 1, listCount: 1, actCount: 1 });
    expect(found.lines.map(({ name }) => name)).toEqual(['Whitfield, Dana']);
    await test.must('patient.printAccesses', { id: archer, ...YEAR, purpose: PURPOSE }, 'privacy');
    expect(test.printed.at(-1)).toContain('1 try was refused and opened nothing.');
    expect(test.printed.at(-1)).toContain('1 list of many patients was saved or printed');
    expect(test.printed.at(-1)).not.toContain('Last-stock');
  });

  it('S1.23 is itself an act of the log, and the next receipt tells of it', async () => {
    await accesses('tablet');
    await test.must('patient.printAccesses', { id: archer, ...YEAR, purpose: PURPOSE }, 'tablet');
    expect(test.desk.silent.at(-1)).toContain('Who opened this record');
    expect((await newest('patient_accesses_printed'))[0]).toMatchObject({ patientId: archer, why: PURPOSE });
    const { lines, counts } = await accesses('privacy');
    expect(lines.map(({ says }) => says)).toContain('printed who opened a patient record');
    expect(counts).toContainEqual({ kind: 'asked', count: 2 });
  });

  it('S1.23 keeps to the days asked for, in the time of the practice', async () => {
    // 22 November 23:30 in New York is the 23rd in London.
    test.advance(15.5 * 3_600_000);
    await signIn('desk', 'desk');
    await test.must('patient.read', { id: archer }, 'desk');
    await signIn('privacy', 'privacy');
    const on = async (day: string) =>
      (await test.must('patient.findAccesses', { id: archer, fromDay: day, toDay: day }, 'privacy')).lines.map(
        ({ name, day: told }) => [name, told],
      );
    expect(await on('2026-11-22')).toContainEqual(['Last-desk, First', '2026-11-22']);
    expect(await on('2026-11-23')).toEqual([]);
    const upside = { id: archer, fromDay: '2026-11-23', toDay: '2026-11-22' };
    expect(await test.mustRefuse('patient.findAccesses', upside, 'privacy')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('S1.23 is for the patient and for whoever answers patients, not for the front desk', async () => {
    const refusal = await test.mustRefuse('patient.findAccesses', { id: archer, ...YEAR }, 'desk');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', permission: 'patient:readAccesses' });
  });
});

describe('reasons before opening', () => {
  it('S1.23 no patient is asked why they look at their own record', async () => {
    await test.must('reasonRules.update', {
      was: { permissions: [], isAskedOutOfPattern: false },
      rules: { permissions: ['patient:printCopy'], isAskedOutOfPattern: true },
      reason: 'Famous patients.',
    });
    expect(await test.mustRefuse('patient.read', { id: archer }, 'desk')).toMatchObject({ reason: 'reasonRequired' });
    await test.must('patient.read', { id: archer }, 'tablet');
    await test.must('patient.printCopy', { id: archer, purpose: PURPOSE }, 'tablet');
  });
});

async function userIdOf(loginId: string): Promise<string> {
  const { rows } = await test.must('user.find', { ...PROCEDURES['user.find'].example, search: loginId });
  return rows[0]?.userId ?? '';
}
