// A session belongs to one person and one window; the page can name neither (S1.08).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { endOfJob } from '../../support/importFile.ts';
import { addActiveUser, OWN_SENDER, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const BILLING = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  await addActiveUser(test, 'lortiz', BILLING, 'B');
});
afterAll(() => test.close());

const entriesOf = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 50 })).entries;

/** The sessions that an export names for the entries of one event. */
async function exportedSessions(event: string): Promise<(string | undefined)[]> {
  const path = join(test.folder, 'sessions.csv');
  test.dialogAnswers.push(path);
  const filter = { ...NO_AUDIT_FILTER, event };
  const started = await test.must('audit.startExport', { filter, columns: ['session'], purpose: 'Annual HIPAA audit' });
  if (!started.isChosen) throw new Error('no file was chosen');
  await endOfJob(test, started.jobId);
  const [, ...rows]: string[][] = parse(readFileSync(path), { bom: true });
  return rows.map(([sessionId]) => sessionId);
}

describe('two people at two windows', () => {
  it('S1.08 each window acts for its own person, and the log tells their sessions apart', async () => {
    expect(await test.must('session.readState', {}, 'A')).toMatchObject({ subject: { loginId: 'dwhitfield' } });
    expect(await test.must('session.readState', {}, 'B')).toMatchObject({ subject: { loginId: 'lortiz' } });
    await test.must('practice.readStatus', {}, 'B');
    for (const window of ['A', 'B']) await test.call('audit.findChoices', {}, window);
    const asked = await entriesOf('audit_choices_listed');
    expect(asked.map(({ actorName, outcome }) => [actorName, outcome])).toEqual([
      ['Last-lortiz, First', 'denied'],
      ['Whitfield, Dana', 'succeeded'],
    ]);
    const sessions = await exportedSessions('audit_choices_listed');
    expect(sessions).toHaveLength(2);
    expect(new Set(sessions).size).toBe(2);
    expect(sessions).not.toContain('');
  });

  it('S1.08 a page that names a person or a session is refused, whatever it names', async () => {
    for (const claim of [{ userId: 'u' }, { actorId: 'u' }, { sessionId: 's' }, { window: 'A' }]) {
      const reply = await test.core.call('stranger', OWN_SENDER, 'practice.readStatus', claim);
      expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
    expect(await test.mustRefuse('practice.readStatus', {}, 'stranger')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('S1.08 a window that closes takes its own session along and no other', async () => {
    await addActiveUser(test, 'tclose', BILLING, 'C');
    test.core.closeWindow('C');
    expect(await test.mustRefuse('practice.readStatus', {}, 'C')).toMatchObject({ code: 'UNAUTHENTICATED' });
    await test.must('practice.readStatus', {}, 'B');
  });

  it('S1.08 a person who signs in at a window ends whoever was signed in there', async () => {
    await addActiveUser(test, 'tnext', BILLING, 'B');
    expect(await test.must('session.readState', {}, 'B')).toMatchObject({ subject: { loginId: 'tnext' } });
    expect(test.locked).toContain('B');
  });
});
