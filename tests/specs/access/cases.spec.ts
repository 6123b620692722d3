// Runs the access cases through the real core and reads what the log says about each.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { Reply } from '../../../shared/errors.ts';
import { OWN_SENDER } from '../../support/startTestCore.ts';
import type { AccessCase } from './accessCase.ts';
import { type CaseWorld, STRANGER } from './caseInputs.ts';
import { CASES } from './cases.ts';
import { buildCaseWorld } from './caseWorld.ts';

const ROLE_IDS = [
  'front-desk',
  'billing',
  'provider',
  'manager',
  'inventory',
  'call-handling',
  'patient',
  'office-administrator',
  'owner-admin',
  'security-officer',
  'privacy-officer',
  'office-staff',
  'medical-care-staff',
  'primary-care-provider',
  'referred-care-provider',
];

let world: CaseWorld;
beforeAll(async () => {
  world = await buildCaseWorld(ROLE_IDS);
}, 180_000);
afterAll(() => world.test.close());

const call = async (window: string, name: string, input: unknown) =>
  (await world.test.core.call(window, OWN_SENDER, name, input)) as Reply<unknown>;

async function newestEntry(event: string | null) {
  const filter = { ...NO_AUDIT_FILTER, event };
  const { entries, total } = await world.test.must('audit.find', { filter, beforeNumber: null, limit: 1 });
  return { entry: entries[0], total };
}

async function seat({ who, limitedTo, worksAt }: AccessCase): Promise<void> {
  if (who === STRANGER) return;
  const scope =
    limitedTo === undefined
      ? { kind: 'all' as const }
      : { kind: 'selected' as const, providerIds: limitedTo === 'none' ? [] : [world.providerId[limitedTo]] };
  await world.limit(who, scope);
  const { stage } = await world.test.must('session.readState', {}, who);
  if (stage !== 'open') await world.signIn(who);
  if (!world.limits.userIds.has(who)) return;
  const locationId = worksAt === undefined ? null : world.limits.placeId[worksAt];
  await world.test.must('session.setWorkLocation', { locationId }, who);
}

describe('access, case by case', () => {
  it.each(CASES.map((each) => [each.sentence, each] as const))(
    '%s',
    async (_sentence, each) => {
      await seat(each);
      const input = await each.input(world);
      const before = await newestEntry(each.event);

      const reply = await call(each.who, each.call, input);

      expect(reply.ok ? 'ok' : reply.error.code).toBe(each.answer);
      if (!reply.ok && each.answer === 'FORBIDDEN') expect(reply.error.reason).toBe(each.reason);
      if (!reply.ok && each.needs !== undefined) expect(reply.error.permission).toBe(each.needs);
      if (reply.ok && each.masked !== undefined) expect(reply.value).toMatchObject({ masked: each.masked });
      const after = await newestEntry(each.event);
      if (each.event === null) {
        // The only new entry is that of the search before.
        expect(after.total).toBe(before.total + 1);
        return;
      }
      const isRefused = each.reason === each.answer;
      expect(after.entry?.number).not.toBe(before.entry?.number);
      expect(after.entry).toMatchObject({
        event: each.event,
        outcome: each.answer === 'ok' ? 'succeeded' : isRefused ? 'refused' : 'denied',
        reason: each.reason ?? null,
        actorId: each.who === STRANGER ? null : world.userIds.get(each.who),
        ...(each.needs === undefined ? {} : { permission: each.needs }),
        ...aboutIn(each.call, input),
      });
      // One of them is the proof run, which fires every procedure as everybody.
    },
    180_000,
  );

  it('S5.14 a hidden patient and a missing one are answered in the same words', async () => {
    const hidden = CASES.find(({ reason, call: name }) => reason === 'outOfScope' && name === 'patient.read');
    const missing = CASES.find(({ reason }) => reason === 'notFound');
    if (hidden === undefined || missing === undefined) return expect.unreachable();
    await seat(hidden);
    const first = await call(hidden.who, hidden.call, await hidden.input(world));
    await seat(missing);
    const second = await call(missing.who, missing.call, await missing.input(world));
    expect(first).toEqual(second);
  });

  it('has at least three hundred cases, each said once', () => {
    const sentences = CASES.map(({ sentence }) => sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(300);
  });
});

/** What the entry must be about, from the ids in the input. */
function aboutIn(name: string, input: unknown) {
  const { id, userId } = input as { id?: string; userId?: string };
  const objectId = id ?? userId;
  const isPatient = name.startsWith('patient.') && id !== undefined;
  return { ...(objectId === undefined ? {} : { objectId }), ...(isPatient ? { patientId: id } : {}) };
}
