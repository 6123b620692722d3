// Calls through the real core: assigned, handed on, done, transcripts, and no way into the patient record (S2.113, S2.23).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { addActiveUser, START_MS, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

type Fields = CallInput<'call.create'>['fields'];
const LIST = PROCEDURES['call.find'].example;
const { fields: EXAMPLE } = PROCEDURES['call.create'].example;
const reason = 'A question for billing.';
const ALL = { exceptions: [], scope: { kind: 'all' as const } };

let test: TestCore;
let handler: string;
let desk: string;
let patientId: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  const made = new Map<string, { readonly id: string }>();
  for (const name of ['location', 'payer', 'provider', 'patient']) made.set(name, await addExample(test, name, made));
  patientId = made.get('patient')?.id ?? '';
  handler = await addActiveUser(test, 'handler', { roleIds: ['call-handling'], ...ALL }, 'B');
  desk = await addActiveUser(test, 'desk', { roleIds: ['front-desk'], ...ALL }, 'C');
});
afterEach(() => test.close());

const fieldsOf = (given: Partial<Fields>): Fields => ({ ...EXAMPLE, atMs: START_MS, ownerId: handler, ...given });
const add = (given: Partial<Fields>, window?: string) => test.must('call.create', { fields: fieldsOf(given) }, window);
const listed = async (window: string) => (await test.must('call.find', LIST, window)).rows.map(({ id }) => id);
const log = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 10 })).entries;

describe('calls', () => {
  it('S2.23 a call handler sees the calls assigned to them alone', async () => {
    const own = await add({}, 'B');
    const other = await add({ ownerId: desk });
    expect(await listed('B')).toEqual([own.id]);
    expect((await listed('C')).sort()).toEqual([own.id, other.id].sort());
    expect(await test.mustRefuse('call.read', { id: other.id }, 'B')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await test.mustRefuse('call.finish', other, 'B')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('S2.23 a call handler adds calls for themselves alone: a typed owner counts as one', async () => {
    const refusal = await test.mustRefuse('call.create', { fields: fieldsOf({ ownerId: desk }) }, 'B');
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED', reason: 'leavesScope' });
  });

  it('S2.113 are handed on with a reason to somebody who can open them, and leave the one who gave them', async () => {
    const own = await add({}, 'B');
    const { version } = await test.must('call.handOn', { ...own, toUserId: desk, reason }, 'B');
    expect(version).toBe(2);
    expect(await listed('B')).toEqual([]);
    expect((await test.must('call.read', { id: own.id }, 'C')).fields.ownerId).toBe(desk);
    expect((await log('call_handed_on'))[0]).toMatchObject({
      why: reason,
      changes: [{ field: 'Assigned to', old: 'Last-handler, First', new: 'Last-desk, First' }],
    });
  });

  it('S2.113 are not handed to whoever cannot open them, is disabled, or has them already', async () => {
    const stock = await addActiveUser(test, 'stock', { roleIds: ['inventory'], ...ALL }, 'D');
    const limited = { kind: 'selected' as const, providerIds: [] };
    const far = await addActiveUser(test, 'far', { roleIds: ['front-desk'], exceptions: [], scope: limited }, 'E');
    const gone = await addActiveUser(test, 'gone', { roleIds: ['front-desk'], ...ALL }, 'F');
    const { version } = await test.must('user.read', { userId: gone });
    await test.must('user.disable', { userId: gone, version, reason: 'Left.' });
    const about = await add({ patientId });
    for (const toUserId of [stock, far, gone, handler]) {
      const refusal = await test.mustRefuse('call.handOn', { ...about, toUserId, reason });
      expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    }
    const typed = await test.mustRefuse('call.create', { fields: fieldsOf({ ownerId: stock }) });
    expect(typed.message).toContain('could not open');
    expect((await test.must('call.read', { id: about.id })).version).toBe(1);
  });

  it('S2.113 that are done stay as they are until they are opened again with a reason', async () => {
    const own = await add({}, 'B');
    const done = await test.must('call.finish', own, 'B');
    for (const refused of [
      test.mustRefuse('call.finish', done, 'B'),
      test.mustRefuse('call.update', { ...done, fields: fieldsOf({ phone: null }) }, 'B'),
      test.mustRefuse('call.handOn', { ...done, toUserId: desk, reason }, 'B'),
    ])
      expect(await refused).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const open = await test.must('call.reopen', { ...done, reason: 'Called again.' }, 'B');
    expect((await test.must('call.read', { id: open.id }, 'B')).fields.status).toBe('open');
  });

  it('S2.113 change hands by handing on alone, and never lie in the future', async () => {
    const call = await add({});
    const moved = await test.mustRefuse('call.update', { ...call, fields: fieldsOf({ ownerId: desk }) });
    expect(moved.message).toContain('Hand the call on');
    const future = { fields: fieldsOf({ atMs: START_MS + 3_600_000 }) };
    expect(await test.mustRefuse('call.create', future)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'atMs' }],
    });
  });
});

describe('S2.23 the patient of a call', () => {
  it('is not shown to a call handler, and stays when they change the call', async () => {
    const { id } = await add({ patientId });
    expect((await test.must('call.read', { id })).labels.patientId).toBe('Mosciski, Maynard');
    const seen = await test.must('call.read', { id }, 'B');
    expect(seen).toMatchObject({ fields: { patientId: null } });
    expect(seen.labels).not.toHaveProperty('patientId');
    const [row] = (await test.must('call.find', LIST, 'B')).rows;
    expect(row?.values.patientId).toBeNull();
    expect(JSON.stringify(row?.labels)).not.toContain('Mosciski');
    await test.must('call.update', { id, version: 1, fields: fieldsOf({ summary: 'Changed.' }) }, 'B');
    expect((await test.must('call.read', { id })).fields).toMatchObject({ patientId, summary: 'Changed.' });
  });

  it('cannot be named by a call handler', async () => {
    const { id } = await add({}, 'B');
    const named = fieldsOf({ patientId });
    expect(await test.mustRefuse('call.create', { fields: named }, 'B')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const update = { id, version: 1, fields: named };
    expect(await test.mustRefuse('call.update', update, 'B')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(await test.mustRefuse('patient.read', { id: patientId }, 'B')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('S5.14 keeps a call within the provider limit, and a call without patient is open to all', async () => {
    const scope = { kind: 'selected' as const, providerIds: [] };
    await addActiveUser(test, 'limited', { roleIds: ['front-desk'], exceptions: [], scope }, 'D');
    await add({ patientId });
    const open = await add({});
    expect(await listed('D')).toEqual([open.id]);
  });

  it('S1.21 and what was said stay out of the log', async () => {
    const { id } = await add({ patientId, callerName: 'Quentin Secret', summary: 'Rash.', transcript: 'Hello.' });
    await test.must('call.update', { id, version: 1, fields: fieldsOf({ patientId, summary: 'Itching.' }) });
    const all = await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 200 });
    for (const secret of ['Quentin', 'Rash', 'Itching', 'Hello', 'Mosciski'])
      expect(JSON.stringify(all)).not.toContain(secret);
    expect((await log('call_changed'))[0]).toMatchObject({ patientId });
  });
});

describe('S2.113 transcripts', () => {
  const offer = (content: string | Buffer): string => {
    const path = join(test.folder, 'machine.txt');
    writeFileSync(path, content);
    test.dialogAnswers.push(path);
    return path;
  };

  it('come from a text file, after what stands there, in UTF-8 or marked UTF-16', async () => {
    const call = await add({ transcript: 'Typed.' }, 'B');
    offer('Line one\r\nLine two é\r\n');
    expect(await test.must('call.importTranscript', call, 'B')).toMatchObject({ isImported: true, version: 2 });
    offer(Buffer.from('\ufeffLast', 'utf16le'));
    await test.must('call.importTranscript', { id: call.id, version: 2 }, 'B');
    const { fields } = await test.must('call.read', { id: call.id }, 'B');
    expect(fields.transcript).toBe('Typed.\n\nLine one\nLine two é\n\nLast');
    expect(await test.must('call.importTranscript', { id: call.id, version: 3 }, 'B')).toEqual({ isImported: false });
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x41, 0xe9, 0x42])],
    ['binary data', 'a\u0000b'],
    ['direction overrides', 'a\u202eb'],
    ['nothing', '  \n '],
    ['more than a megabyte', 'x'.repeat(1_100_000)],
    ['more characters than a transcript may have', 'x'.repeat(50_001)],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x41])],
  ])('of %s are refused in words, and nothing is changed', async (_what, content) => {
    const call = await add({}, 'B');
    offer(content);
    const refusal = await test.mustRefuse('call.importTranscript', call, 'B');
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT' });
    expect(refusal.message).not.toContain(test.folder);
    expect((await test.must('call.read', { id: call.id }, 'B')).version).toBe(1);
  });

  it('of a file that is gone are refused in words', async () => {
    const call = await add({}, 'B');
    test.dialogAnswers.push(join(test.folder, 'gone.txt'));
    expect(await test.mustRefuse('call.importTranscript', call, 'B')).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
