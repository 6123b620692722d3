// The one door: malformed, unknown, oversized and forged calls are refused, recorded, and change nothing (S1.03, S1.10, S2.91).
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURE_NAMES, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import type { Reply } from '../../../shared/errors.ts';
import { addActiveUser, OWN_SENDER, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterAll(() => test.close());

const raw = async (name: unknown, input: unknown, window = 'A', sender = OWN_SENDER) =>
  (await test.core.call(window, sender, name, input)) as Reply<unknown>;
const newest = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 1 })).entries[0];

describe('malformed calls (S1.10)', () => {
  it.each([
    '',
    'constructor',
    '__proto__',
    'toString',
    'user.findAll',
    'audit.clear',
    42,
    null,
    undefined,
    {},
    ['user.find'],
  ])('S1.10 refuses the unknown call %j with a plain sentence', async (name) => {
    const fresh = startTestCore();
    const reply = (await fresh.core.call('A', OWN_SENDER, name, {})) as Reply<unknown>;
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    fresh.close();
  });

  it('S1.10 records an unknown call with its detection point', async () => {
    await raw('audit.clear', {});
    expect(await newest('unknown_call')).toMatchObject({ outcome: 'refused', reason: 'INVALID_INPUT, ACE3' });
  });

  it('S1.10 refuses prototype keys, extra fields and wrong types', async () => {
    const base = PROCEDURES['patient.find'].example;
    const withPrototype = JSON.parse(JSON.stringify(base).replace(/\}$/, ',"__proto__":{"x":1}}')) as unknown;
    for (const input of [
      withPrototype,
      { ...base, actorId: 'me' },
      { ...base, limit: '10' },
      { ...base, sort: 'ssn' },
      { ...base, filter: {} },
      { ...base, filter: { ...base.filter, ssn: '999999999' } },
      [base],
      'text',
      null,
    ])
      expect(await raw('patient.find', input)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await newest('invalid_input')).toMatchObject({ objectId: 'patient.find', outcome: 'refused' });
    await test.call('session.create', { loginId: 'dwhitfield', password: 'quiet harbour lantern 47 walnut' });
  });

  it('S1.10 refuses payloads over the size limit and names no internals', async () => {
    const reply = await raw('user.find', { search: 'x'.repeat(300_000) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(JSON.stringify(reply)).not.toMatch(/zod|sqlite|stack|\.ts|\//i);
  });

  property.prop([fc.constantFrom(...PROCEDURE_NAMES), fc.anything({ maxDepth: 3 })], { numRuns: 400 })(
    'S1.10 answers any input to any procedure without a fault',
    async (name, input) => {
      if (name === 'session.delete' || name === 'session.lock') return;
      const reply = await raw(name, input, 'fuzz');
      if (!reply.ok) expect(reply.error.code).not.toBe('INTERNAL');
    },
  );
});

describe('the wrong sender (S1.03)', () => {
  it.each([
    ['another site', { url: 'https://evil.example/index.html', isMainFrame: true }],
    ['a frame inside our page', { url: OWN_SENDER.url, isMainFrame: false }],
    ['a look-alike host', { url: 'app://ui.evil.example/', isMainFrame: true }],
    ['no page at all', { url: '', isMainFrame: true }],
  ])('S1.03 refuses %s and ends the session it tried to use', async (_what, sender) => {
    const fresh = startTestCore();
    await setUpPractice(fresh);
    const reply = await fresh.core.call('A', sender, 'practice.readStatus', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await fresh.mustRefuse('practice.readStatus', {})).toMatchObject({ code: 'UNAUTHENTICATED' });
    fresh.close();
  });
});

describe('every procedure (S2.91)', () => {
  const guarded = PROCEDURE_NAMES.filter((name) => PROCEDURES[name].access.kind !== 'anonymous');

  it.each(guarded)('S2.91 %s is refused to a window nobody is signed in at', async (name) => {
    expect(await raw(name, PROCEDURES[name].example, 'stranger')).toMatchObject({
      ok: false,
      error: { code: 'UNAUTHENTICATED' },
    });
  });

  it('S2.91 takes rights away with the next call, not with the next sign-in', async () => {
    const rights = { roleIds: ['security-officer'], exceptions: [], scope: { kind: 'all' as const } };
    const userId = await addActiveUser(test, 'sofficer', rights, 'S');
    await test.must('audit.findChoices', {}, 'S');
    const { version, info } = await test.must('user.read', { userId });
    await test.must('user.update', {
      userId,
      version,
      info,
      roleIds: ['front-desk'],
      exceptions: [],
      scope: { kind: 'all' },
      reason: 'Moved.',
    });
    const refusal = await test.mustRefuse('audit.findChoices', {}, 'S');
    expect(refusal).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'noRight',
      permission: 'audit:read',
      grantors: ['Whitfield, Dana'],
    });
    expect(await newest('audit_choices_listed')).toMatchObject({
      outcome: 'denied',
      reason: 'noRight',
      actorName: 'Last-sofficer, First',
    });
  });
});

describe('slow steps (S1.03)', () => {
  it('S1.03 opens no file chooser for somebody who may not import or export, and records the denial', async () => {
    const rights = { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' as const } };
    await addActiveUser(test, 'chooser', rights, 'F');
    test.dialogAnswers.push('/never/asked.csv');
    expect(await test.mustRefuse('import.choose', { kind: 'patient' }, 'F')).toMatchObject({ reason: 'noRight' });
    expect(test.dialogAnswers.splice(0)).toEqual(['/never/asked.csv']);
    expect(await newest('import_file_chosen')).toMatchObject({ outcome: 'denied', reason: 'noRight' });
  });
});

describe('nobody takes over somebody with more rights (P5)', () => {
  it('P5 refuses Access Security the activation code of a person who holds rights it lacks', async () => {
    const none = { roleIds: [], exceptions: [], scope: { kind: 'all' as const } };
    const managerId = await addActiveUser(test, 'secmgr', none, 'M');
    const { version } = await test.must('user.read', { userId: managerId });
    const password = 'quiet harbour lantern 47 walnut';
    await test.must('user.setAccessSecurity', {
      userId: managerId,
      version,
      hasAccessSecurity: true,
      reason: 'Keeps logins.',
      password,
    });
    const biller = await addActiveUser(test, 'biller', { ...none, roleIds: ['billing'] }, 'N');
    const target = await test.must('user.read', { userId: biller }, 'M');
    const refusal = await test.mustRefuse(
      'user.issueActivationCode',
      { userId: biller, version: target.version, reason: 'Forgot.' },
      'M',
    );
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'givesWhatTheyLack' });
  });
});

describe('a burst of refusals (S1.10)', () => {
  it('S1.10 stands in the log as one event after the twentieth, and the session goes on', async () => {
    const nothing = { roleIds: [], exceptions: [], scope: { kind: 'selected' as const, providerIds: [] } };
    await addActiveUser(test, 'prober', nothing, 'prober');
    for (let tried = 0; tried < 19; tried += 1) await raw('user.find', PROCEDURES['user.find'].example, 'prober');
    expect(await newest('denial_burst')).toBeUndefined();

    await raw('user.find', PROCEDURES['user.find'].example, 'prober');

    expect(await newest('denial_burst')).toMatchObject({ actorName: 'Last-prober, First', count: 20 });
    expect(await raw('session.touch', {}, 'prober')).toMatchObject({ ok: true });
  });
});
