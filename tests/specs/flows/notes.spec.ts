// Clinical notes through the real core: whose they are, which classes open, signing, and what comes after.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { CallInput, ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { addExample, type MadeRecord } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const ALL = { kind: 'all' as const };
const NO_NOTE = { patientId: null, noteDate: null, noteClass: null };
const LIST = { search: '', sort: 'noteDate', isDescending: true, filter: NO_NOTE, offset: 0, limit: 50 };

let test: TestCore;
const made = new Map<string, MadeRecord>();
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  for (const type of ['location', 'payer', 'provider', 'patient']) made.set(type, await addExample(test, type, made));
  await addActiveUser(test, 'lee', { roleIds: ['provider'], exceptions: [], scope: ALL }, 'lee');
  await addActiveUser(test, 'patel', { roleIds: ['provider'], exceptions: [], scope: ALL }, 'patel');
  // Looks at what is not theirs often enough for the sensor to end the session, so nobody else's test uses this one.
  await addActiveUser(test, 'stone', { roleIds: ['provider'], exceptions: [], scope: ALL }, 'stone');
  await addActiveUser(test, 'nurse', { roleIds: ['medical-care-staff'], exceptions: [], scope: ALL }, 'nurse');
  await addActiveUser(test, 'biller', { roleIds: ['billing'], exceptions: [], scope: ALL }, 'biller');
  const mental: PermissionId = 'note:readMentalHealth';
  const tick = [{ permission: mental, effect: 'grant' as const }];
  await addActiveUser(test, 'mh-nurse', { roleIds: ['medical-care-staff'], exceptions: tick, scope: ALL }, 'mh-nurse');
}, 60_000);
afterAll(() => test.close());

const typed = (given: object = {}) => ({
  patientId: made.get('patient')?.id ?? '',
  noteDate: '2026-01-05',
  noteClass: 'general' as const,
  title: 'Follow-up',
  body: 'Feels well.',
  ...given,
});
const write = async (window: string, given: object = {}) =>
  (await test.must('note.create', { fields: typed(given) }, window)).id;
const refusal: <N extends ProcedureName>(name: N, input: CallInput<N>, window?: string) => Promise<string> = async (
  name,
  input,
  window,
) => (await test.mustRefuse(name, input, window)).code;
const idsSeenBy = async (window: string) => (await test.must('note.find', LIST, window)).rows.map(({ id }) => id);

describe('whose notes somebody reaches', () => {
  it('S2.109 S2.27 a provider finds and opens their own notes and nobody else’s', async () => {
    const own = await write('stone');
    const foreign = await write('patel');

    expect(await idsSeenBy('stone')).toContain(own);
    expect(await idsSeenBy('stone')).not.toContain(foreign);
    expect(await refusal('note.read', { id: foreign }, 'stone')).toBe('NOT_FOUND');
    expect(await refusal('note.readHistory', { id: foreign }, 'stone')).toBe('NOT_FOUND');
    expect(
      await refusal('note.update', { id: foreign, version: 1, fields: typed({ body: 'Changed.' }) }, 'stone'),
    ).toBe('NOT_FOUND');
  });

  it('S2.109 staff with the right to all notes reach both', async () => {
    const first = await write('lee');
    const second = await write('patel');
    expect(await idsSeenBy('nurse')).toEqual(expect.arrayContaining([first, second]));
  });

  it('S3.11 billing opens no note at all', async () => {
    expect(await refusal('note.find', LIST, 'biller')).toBe('FORBIDDEN');
  });
});

describe('sensitive classes', () => {
  it('S3.11 a mental health note is not there for staff without that right, in lists, by id and in counts', async () => {
    const id = await write('mh-nurse', { noteClass: 'mentalHealth' });
    const seen = await test.must('note.find', LIST, 'nurse');
    expect(seen.rows.map((row) => row.id)).not.toContain(id);
    expect(seen.total).toBe(seen.rows.length);
    expect(await refusal('note.read', { id }, 'nurse')).toBe('NOT_FOUND');
    expect(await idsSeenBy('mh-nurse')).toContain(id);
  });

  it('S3.11 the Super User tick alone does not open mental health notes; a tick of its own does', async () => {
    const id = await write('mh-nurse', { noteClass: 'mentalHealth' });
    expect(await refusal('note.read', { id })).toBe('NOT_FOUND');
  });

  it('S3.11 nobody labels a note with a class they could not read afterwards', async () => {
    expect(await refusal('note.create', { fields: typed({ noteClass: 'substanceUse' }) }, 'nurse')).toBe(
      'CONSTRAINT_VIOLATED',
    );
    const id = await write('nurse');
    expect(
      await refusal('note.update', { id, version: 1, fields: typed({ noteClass: 'mentalHealth' }) }, 'nurse'),
    ).toBe('CONSTRAINT_VIOLATED');
  });
});

describe('signing', () => {
  it('S2.109 a signed note is locked for everybody, and an addendum is read by whoever reads the note', async () => {
    const id = await write('lee');
    await test.must('note.sign', { id, version: 1, password: PASSWORD }, 'lee');

    const signed = await test.must('note.read', { id }, 'lee');
    expect(signed.fields.signedById).toBe(signed.fields.authorId);
    for (const window of ['lee', 'nurse', 'A']) {
      expect(await refusal('note.update', { id, version: 2, fields: typed({ body: 'Other.' }) }, window)).toBe(
        'CONSTRAINT_VIOLATED',
      );
    }
    expect(await refusal('note.delete', { id, version: 2, reason: 'Entered twice.' })).toBe('CONSTRAINT_VIOLATED');

    await test.must('note.addAddendum', { id, body: 'The dose was 20 mg.' }, 'nurse');
    const query = { ...LIST, sort: 'writtenAtMs', isDescending: false, filter: { noteId: id } };
    const addenda = await test.must('noteAddendum.find', query, 'lee');
    expect(addenda.rows.map(({ values }) => values.body)).toEqual(['The dose was 20 mg.']);
    expect((await test.must('noteAddendum.find', query, 'patel')).total).toBe(0);
  });

  it('S2.109 nobody signs for somebody else, nobody signs twice, and a wrong password signs nothing', async () => {
    const id = await write('lee');
    expect(await refusal('note.sign', { id, version: 1, password: PASSWORD }, 'nurse')).toBe('CONSTRAINT_VIOLATED');
    expect(await refusal('note.sign', { id, version: 1, password: 'not the password' }, 'lee')).toBe('FORBIDDEN');
    await test.must('note.sign', { id, version: 1, password: PASSWORD }, 'lee');
    expect(await refusal('note.sign', { id, version: 2, password: PASSWORD }, 'lee')).toBe('CONFLICT');
  });

  it('S2.109 an unsigned note takes no addendum, and a note never moves to another patient', async () => {
    const id = await write('lee');
    expect(await refusal('note.addAddendum', { id, body: 'Later.' }, 'lee')).toBe('CONSTRAINT_VIOLATED');
    const other = await addExample(test, 'patient', made, { lastName: 'Quigley' });
    expect(await refusal('note.update', { id, version: 1, fields: typed({ patientId: other.id }) }, 'lee')).toBe(
      'CONSTRAINT_VIOLATED',
    );
  });

  it('S2.109 a visit in the future is refused in words', async () => {
    const reply = await test.call('note.create', { fields: typed({ noteDate: '2999-01-01' }) }, 'lee');
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

it('S1.21 the log names the patient of a note and never what it says', async () => {
  const id = await write('lee', { title: 'Secret title', body: 'Secret body' });
  await test.must(
    'note.update',
    { id, version: 1, fields: typed({ title: 'Other title', body: 'Other body' }) },
    'lee',
  );
  const { lines } = await test.must('note.readHistory', { id }, 'lee');
  expect(lines.map(({ says }) => says)).toEqual(['changed a clinical note', 'added a clinical note']);
  expect(JSON.stringify(lines)).not.toMatch(/Secret|Other/);
});
