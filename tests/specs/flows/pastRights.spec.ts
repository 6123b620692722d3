// Questions about a past moment through the real core: who could, who did, and why (N7).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { addActiveUser, PASSWORD, START_MS } from '../../support/startTestCore.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let world: AccessWorld;
/** While billing could open every patient, and after it was limited to another provider's. */
let openMs: number;
let limitedMs: number;
beforeAll(async () => {
  world = await buildAccessWorld(['billing', 'front-desk', 'security-officer']);
  await world.limit('billing', { kind: 'all' });
  await world.test.must('patient.read', { id: world.patientId.own }, 'billing');
  openMs = await now();
  world.test.advance(HOUR_MS);
  await signInAll();
  await world.limit('billing', { kind: 'selected', providerIds: [world.providerId.other] });
  limitedMs = await now();
  world.test.advance(2 * DAY_MS);
  await signInAll();
  await world.limit('billing', { kind: 'selected', providerIds: [] });
}, 120_000);
afterAll(() => world.test.close());

async function signInAll() {
  await world.test.call('session.create', { loginId: 'dwhitfield', password: PASSWORD });
}
async function now(): Promise<number> {
  const { entries } = await world.test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 1 });
  return entries[0]?.atMs ?? 0;
}
const userIdOf = (holder: string) => world.userIds.get(holder) ?? '';
const explain = (asOfMs: number | null) =>
  world.test.must('access.explain', {
    userId: userIdOf('billing'),
    procedure: 'patient.read',
    targetId: world.patientId.own,
    asOfMs,
  });
const holders = async (asOfMs: number | null) =>
  (
    await world.test.must('access.findHolders', { procedure: 'patient.read', targetId: world.patientId.own, asOfMs })
  ).holders.map(({ userId }) => userId);

describe('as of a past moment (N7)', () => {
  it('N7 why not? is answered with the limits that stood then', async () => {
    expect(await explain(openMs)).toMatchObject({ isPermitted: true });
    expect(await explain(limitedMs)).toMatchObject({ isPermitted: false, reason: 'outOfScope', changes: [] });
    expect(await explain(null)).toMatchObject({ isPermitted: false, reason: 'outOfScope' });
  });

  it('N7 who could? names exactly those who could then', async () => {
    expect(await holders(openMs)).toContain(userIdOf('billing'));
    expect(await holders(limitedMs)).not.toContain(userIdOf('billing'));
    expect(await holders(openMs)).toContain(userIdOf('super-user'));
  });

  it('N7 the answer for now and the answer as of the newest entry are the same', async () => {
    expect(await holders(await now())).toEqual(await holders(null));
  });

  it('N7 nothing is told of before the first recorded moment, nor of the future', async () => {
    const ask = (asOfMs: number) =>
      world.test.mustRefuse('access.findHolders', { procedure: 'patient.read', targetId: null, asOfMs });
    expect((await ask(START_MS - DAY_MS)).message).toMatch(/^How rights stood is recorded since 2026-11-22/);
    expect((await ask(START_MS + 400 * DAY_MS)).message).toMatch(/has not come yet/);
  });

  it('N7 somebody who was not a user yet is told apart from somebody without rights', async () => {
    const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
    const userId = await addActiveUser(world.test, 'late', rights, 'late');
    const about = { userId, procedure: 'patient.read', targetId: null };
    expect(await world.test.must('access.explain', { ...about, asOfMs: await now() })).toMatchObject({
      isPermitted: true,
    });
    const refusal = await world.test.mustRefuse('access.explain', { ...about, asOfMs: openMs });
    expect(refusal.message).toMatch(/was not a user yet/);
  });

  it('S1.21 the log says as of when it was asked', async () => {
    await holders(openMs);
    const { entries } = await world.test.must('audit.find', {
      filter: { ...NO_AUDIT_FILTER, event: 'access_holders_listed' },
      beforeNumber: null,
      limit: 1,
    });
    expect(entries[0]?.changes).toContainEqual({ field: 'As of', old: null, new: new Date(openMs).toISOString() });
  });
});

describe('one record, one day, one page (N7)', () => {
  const print = (day: string, window = 'A') =>
    world.test.must('access.printDay', { patientId: world.patientId.own, day }, window);

  it('N7 lists who could at any time of the day, with the source, and what the log tells', async () => {
    const { couldCount, didCount } = await print('2026-11-22');
    expect(couldCount).toBeGreaterThan(1);
    expect(didCount).toBeGreaterThan(0);
    const page = world.test.printed.at(-1) ?? '';
    expect(page).toContain('Last-billing, First');
    expect(page).toContain('part of the time');
    expect(page).toContain('Billing role');
    expect(page).toMatch(/Last-billing, First<\/td><td>opened a patient/);
    expect(page).not.toContain('Quigley');
  });

  it('N7 a later day no longer names whoever lost it', async () => {
    await print('2026-11-23');
    expect(world.test.printed.at(-1)).not.toContain('Last-billing');
  });

  it('N7 a role given for one place counts: whoever holds it could have worked there', async () => {
    const userId = userIdOf('front-desk');
    await world.limit('front-desk', { kind: 'all' });
    const { version, info, exceptions } = await world.test.must('user.read', { userId });
    const dates = { validFrom: null, validUntil: null };
    const locationIds = [world.records.get('location')?.id ?? ''];
    const roleTerms = [{ roleId: 'front-desk', dates, locationIds }];
    const change = { userId, version, info, exceptions, roleIds: ['front-desk'], scope: { kind: 'all' as const } };
    await world.test.must('user.update', { ...change, roleTerms, reason: 'Works at one place.' });
    const id = world.patientId.own;
    const { version: patientVersion } = await world.test.must('patient.read', { id });
    const stored = world.records.get('patient')?.fields as CallInput<'patient.update'>['fields'];
    const fields = { ...stored, locationId: locationIds[0] ?? null };
    await world.test.must('patient.update', { id, version: patientVersion, fields });
    world.test.advance(DAY_MS);
    await signInAll();
    await print('2026-11-25');
    expect(world.test.printed.at(-1)).toContain('Last-front-desk');
  });

  it('N7 a day before the first and a day to come are refused in words', async () => {
    const ask = (day: string) => world.test.mustRefuse('access.printDay', { patientId: world.patientId.own, day });
    expect((await ask('2026-03-03')).message).toMatch(/recorded since/);
    expect((await ask('2027-12-24')).message).toMatch(/has not come yet/);
  });
});
