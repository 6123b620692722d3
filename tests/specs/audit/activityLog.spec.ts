// The Activity log as its readers use it: search, choices, verify, export (S1.19, S2.37, S2.44).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { EXAMPLE_ID } from '../../../shared/catalogue/schemas.ts';
import { endOfJob } from '../../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

type Filter = CallInput<'audit.find'>['filter'];
const find = (filter: Partial<Filter> = {}, beforeNumber: number | null = null, limit = 200) =>
  test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, ...filter }, beforeNumber, limit });
const COLUMNS = ['number', 'when', 'who', 'did', 'about', 'outcome'] as const;
const exportTo = async (path: string, filter: Partial<Filter> = {}) => {
  test.dialogAnswers.push(path);
  const started = await test.must('audit.startExport', {
    filter: { ...NO_AUDIT_FILTER, ...filter },
    columns: [...COLUMNS],
    purpose: 'Annual HIPAA audit',
  });
  if (!started.isChosen) throw new Error('no file was chosen');
  return endOfJob(test, started.jobId);
};
const newFolder = (name = 'export') => {
  const path = join(test.folder, name);
  mkdirSync(path);
  return path;
};
const BILLING = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };

describe('searching (S1.19)', () => {
  it('S1.19 shows the newest first, in plain words, with the total', async () => {
    const { total, entries } = await find();
    expect(total).toBe(entries.length);
    expect(entries[0]?.number).toBe(total);
    expect(entries.at(-1)).toMatchObject({ number: 1, event: 'practice_created' });
    for (const { says, event } of entries) expect(says).not.toBe(event);
  });

  it('S1.19 pages through the whole log without a gap', async () => {
    const seen: number[] = [];
    let before: number | null = null;
    for (;;) {
      const { entries } = await find({ event: null, toMs: null }, before, 3);
      if (entries.length === 0) break;
      seen.push(...entries.map(({ number }) => number));
      before = entries.at(-1)?.number ?? null;
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => seen.length - at));
  });

  it('S1.19 a search is itself in the log, with the number of entries shown', async () => {
    await find({ event: 'practice_created' });
    const [search] = (await find({ event: 'audit_searched' })).entries;
    expect(search).toMatchObject({ count: 1, outcome: 'succeeded' });
  });

  it('S1.19 narrows by person, outcome, object and words together', async () => {
    const userId = await addActiveUser(test, 'lortiz', BILLING, 'B');
    await test.mustRefuse(
      'user.find',
      {
        search: '',
        status: 'all',
        roleId: null,
        permission: null,
        sort: 'name',
        isDescending: false,
        offset: 0,
        limit: 10,
      },
      'B',
    );
    const denied = await find({ actorId: userId, outcome: 'denied' });
    expect(denied.entries.map(({ event, actorId }) => [event, actorId])).toEqual([['users_listed', userId]]);
    expect(denied.total).toBe(1);
    const about = await find({ objectId: userId });
    expect(about.entries.some(({ event }) => event === 'user_created')).toBe(true);
    expect(about.entries.every(({ objectId }) => objectId === userId)).toBe(true);
    expect(about.total).toBe(about.entries.length);
    const words = await find({ actorId: userId, search: 'nothing like this' });
    expect(words).toEqual({ total: 0, isAtLeast: false, entries: [], next: null });
  });

  it('S2.37 narrows to a kind of act, to what was not done, and to a workstation', async () => {
    await test.mustRefuse('session.create', { loginId: 'stranger', password: 'wrong wrong wrong' }, 'C');
    await test.mustRefuse('user.read', { userId: EXAMPLE_ID });
    const trouble = await find({ group: 'signInTrouble' });
    expect(new Set(trouble.entries.map(({ event }) => event))).toEqual(new Set(['authn_login_fail']));
    expect((await find({ group: 'signInTrouble', event: 'practice_created' })).total).toBe(0);
    const notDone = await find({ outcome: 'notDone' });
    expect(new Set(notDone.entries.map(({ outcome }) => outcome))).toEqual(new Set(['denied', 'refused']));
    expect(notDone.entries.map(({ number }) => number)).toEqual(
      notDone.entries.map(({ number }) => number).sort((left, right) => right - left),
    );
    const { workstations } = await test.must('audit.findChoices', {});
    expect(workstations).toEqual(['FRONT-1']);
    expect((await find({ workstation: 'FRONT-1' })).total).toBeGreaterThan(5);
    expect((await find({ workstation: 'LAB-2' })).entries).toEqual([]);
  });

  it('S2.37 tells where the next page begins, and that the last one is the last', async () => {
    const first = await find({}, null, 3);
    expect(first.next).toBe(first.entries.at(-1)?.number);
    expect(first).toMatchObject({ total: first.entries[0]?.number, isAtLeast: false });
    expect((await find({}, 3, 3)).next).toBeNull();
  });

  it('S1.19 offers everybody who ever appears, and nobody as a choice of its own', async () => {
    await addActiveUser(test, 'lortiz', BILLING, 'B');
    await test.must('session.delete', {}, 'B');
    await test.mustRefuse('session.create', { loginId: 'stranger', password: 'wrong wrong wrong' }, 'C');
    const { actors, events } = await test.must('audit.findChoices', {});
    expect(actors.map(({ name }) => name).join()).toMatch(/lortiz/);
    expect(events.every(({ says, event }) => says.length > 0 && says !== event)).toBe(true);
    const nobody = actors.find(({ actorId }) => actorId === '');
    const { entries } = await find({ actorId: nobody?.actorId ?? 'missing' });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ actorId }) => actorId === null)).toBe(true);
  });
});

describe('verifying (S2.37)', () => {
  it('S2.37 A-08 finds a whole log whole and says that no receipt covers it yet', async () => {
    const { jobId } = await test.must('audit.startVerify', {});
    const job = await endOfJob(test, jobId);
    expect(job).toMatchObject({ state: 'done', errorCount: 0 });
    expect(job.message).toMatch(/fit together.*No receipt was given out yet/);
    const status = await test.must('audit.readStatus', {});
    expect(status).toMatchObject({ alarm: null, receiptNumber: 0 });
    expect(status.verifiedNumber).toBeGreaterThan(0);
    expect((await find({ event: 'audit_verified' })).entries[0]).toMatchObject({ outcome: 'succeeded' });
  });
});

describe('exporting (S2.44)', () => {
  it('S2.44 writes CSV, evidence, receipt and manifest, and logs their hashes', async () => {
    const folder = newFolder();
    const job = await exportTo(join(folder, 'audit.csv'));
    expect(job).toMatchObject({ state: 'done', errorCount: 0 });
    expect([...job.files].sort()).toEqual(['audit.csv', 'audit.jsonl', 'manifest.json', 'receipt.txt']);
    const csv = readFileSync(join(folder, 'audit.csv'));
    expect(csv.toString().split('\r\n')).toHaveLength(job.goodCount + 2);
    const [finished] = (await find({ event: 'audit_export_finished' })).entries;
    const sha256 = createHash('sha256').update(csv).digest('hex');
    expect(finished?.changes).toContainEqual({ field: 'sha256 audit.csv', old: null, new: sha256 });
    expect(finished).toMatchObject({ count: job.goodCount, outcome: 'succeeded', actorName: 'Whitfield, Dana' });
    const [started] = (await find({ event: 'audit_exported' })).entries;
    expect(started).toMatchObject({ why: 'Annual HIPAA audit', objectLabel: 'audit.csv' });
    expect(JSON.stringify([started, finished])).not.toContain(test.folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ purpose: 'Annual HIPAA audit', madeBy: { name: 'Whitfield, Dana' } });
  });

  it('S2.44 A-08 names the entry up to which the newest receipt reaches', async () => {
    await exportTo(join(newFolder(), 'audit.csv'));
    const { receiptNumber, receiptAtMs } = await test.must('audit.readStatus', {});
    expect(receiptNumber).toBeGreaterThan(0);
    expect(receiptAtMs).not.toBeNull();
    const { jobId } = await test.must('audit.startVerify', {});
    expect((await endOfJob(test, jobId)).message).toContain(`up to ${receiptNumber}`);
  });

  it('S2.44 exports what the filter asks for and nothing else', async () => {
    const folder = newFolder();
    const job = await exportTo(join(folder, 'audit.csv'), { event: 'practice_created' });
    expect(job.goodCount).toBe(1);
    const lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2);
  });

  it('S2.44 never replaces older evidence', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'receipt.txt'), 'older');
    const job = await exportTo(join(folder, 'audit.csv'));
    expect(job).toMatchObject({ state: 'failed' });
    expect(job.message).toMatch(/already holds receipt\.txt.*empty folder/);
    expect(readFileSync(join(folder, 'receipt.txt'), 'utf8')).toBe('older');
    expect((await find({ event: 'audit_export_finished' })).entries[0]).toMatchObject({ outcome: 'failed' });
  });

  it('S2.44 says so when the folder cannot be written, without its path', async () => {
    const job = await exportTo(join(test.folder, 'not there', 'audit.csv'));
    expect(job).toMatchObject({ state: 'failed' });
    expect(job.message).toMatch(/could not be written/);
    expect(job.message).not.toContain(test.folder);
  });

  it('S2.44 does nothing when the person cancels the file chooser', async () => {
    test.dialogAnswers.push(null);
    const reply = await test.must('audit.startExport', {
      filter: NO_AUDIT_FILTER,
      columns: ['number'],
      purpose: 'Looking around',
    });
    expect(reply).toEqual({ isChosen: false });
  });

  it('S2.44 stops with its session and leaves no half file', async () => {
    const folder = newFolder();
    test.dialogAnswers.push(join(folder, 'audit.csv'));
    const started = await test.must('audit.startExport', {
      filter: NO_AUDIT_FILTER,
      columns: ['number'],
      purpose: 'Looking around',
    });
    expect(started.isChosen).toBe(true);
    await test.must('session.delete', {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(test.faults).toEqual([]);
  });
});
