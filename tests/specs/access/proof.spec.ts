// The proof run through the real core: no difference on a whole office, a broken door is found, and nothing stays (N2).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofVerdict } from '../../../shared/authorization/proofVerdict.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURE_NAMES, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import { RECORD_TYPES } from '../../../shared/catalogue/records.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { callAny } from '../../support/exampleRecord.ts';
import { ROLES } from './expectedRights.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await buildAccessWorld(Object.keys(ROLES));
  await world.limit('front-desk', { kind: 'selected', providerIds: [world.providerId.own] });
  await world.limit('billing', { kind: 'selected', providerIds: [world.providerId.other] });
}, 60_000);
afterAll(() => world.test.close());

const newest = async () =>
  (await world.test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 1 })).entries[0];

/** Everything a window can list, as text. */
async function everyList(): Promise<string> {
  const lists: unknown[] = [];
  for (const type of RECORD_TYPES) {
    if (!type.actions.includes('find')) continue;
    const input = { search: '', sort: type.defaultSort.field, isDescending: false, filter: noFilter(type) };
    lists.push(await callAny(world.test, `${type.name}.find`, { ...input, offset: 0, limit: 200 }));
  }
  lists.push(await world.test.must('user.find', { ...PROCEDURES['user.find'].example, status: 'all', limit: 200 }));
  lists.push(await world.test.must('role.find', {}));
  lists.push(await world.test.must('setting.read', {}));
  return JSON.stringify(lists);
}

describe('the proof run (N2)', () => {
  it('N2 fires every guarded procedure as everybody and finds no difference to the tick boxes', async () => {
    const before = await everyList();
    const files = () => [process.cwd(), world.test.folder].flatMap((folder) => readdirSync(folder));
    const filesBefore = files();
    const vault = readFileSync(join(world.test.folder, 'vault', 'vault.json'));
    const entryBefore = (await newest())?.number ?? 0;
    const startedAt = performance.now();
    const result = await world.test.must('proof.run', { userId: null });
    console.log(
      `proof run: ${result.userCount} people, ${result.procedureCount} acts, ${result.totals.callCount} calls, ` +
        `${result.totals.letInCount} let in, ${Math.round(performance.now() - startedAt)} ms`,
    );
    expect(result.differences).toEqual([]);
    expect(result.totals.differenceCount).toBe(0);
    expect(result.userCount).toBe(world.userIds.size + 2);
    const guarded = PROCEDURE_NAMES.filter((name) => PROCEDURES[name].access.kind !== 'anonymous');
    expect(result.procedureCount).toBe(guarded.length - 1);
    const sum = (key: 'callCount' | 'letInCount') => result.rows.reduce((total, row) => total + row[key], 0);
    expect(sum('callCount')).toBe(result.totals.callCount);
    expect(sum('letInCount')).toBe(result.totals.letInCount);

    // A Super User and the owner are ticked whether or not there is a claim to aim at.
    const ticked = result.rows.find(({ permission }) => permission === 'claim:delete');
    expect(ticked?.tickedCount).toBeGreaterThan(1);

    // One entry for all of it, with the digest, after the one of looking at the log; nothing else moved.
    const entry = await newest();
    expect(entry).toMatchObject({ event: 'enforcement_proved', outcome: 'succeeded', number: entryBefore + 2 });
    expect(entry?.changes).toContainEqual({ field: 'SHA-256 of the result', old: null, new: result.digest });
    expect(await everyList()).toBe(before);
    expect(readFileSync(join(world.test.folder, 'vault', 'vault.json'))).toEqual(vault);
    expect(files()).toEqual(filesBefore);
    expect(world.test.printed).toEqual([]);
    expect(await world.test.must('session.readState', {}, 'front-desk')).toMatchObject({ stage: 'open' });
  }, 120_000);

  it('N2 the same practice gives the same digest, and another right another one', async () => {
    const userId = world.userIds.get('inventory') ?? '';
    const digest = async () => (await world.test.must('proof.run', { userId })).digest;
    const before = await digest();
    expect(await digest()).toBe(before);
    const { version, info, roleIds, scope } = await world.test.must('user.read', { userId });
    await world.test.must('user.update', {
      userId,
      version,
      info,
      roleIds,
      exceptions: [{ permission: 'claim:read', effect: 'grant' }],
      scope,
      reason: 'For the proof.',
    });
    expect(await digest()).not.toBe(before);
  }, 60_000);

  it('S1.09 proves the flag too: who is ePHI Restricted is refused and that is no difference', async () => {
    const userId = world.userIds.get('medical-care-staff') ?? '';
    const { version } = await world.test.must('user.read', { userId });
    await world.test.must('user.setPhiRestricted', { userId, version, isPhiRestricted: true, reason: 'Under review.' });
    const { totals, rows } = await world.test.must('proof.run', { userId });
    expect(totals.differenceCount).toBe(0);
    expect(rows.find(({ permission }) => permission === 'patient:read')).toMatchObject({ letInCount: 0 });
  });

  it('a person who cannot sign in has nothing to prove', async () => {
    const refusal = await world.test.mustRefuse('proof.run', { userId: '01900000-0000-7000-8000-00000000ffff' });
    expect(refusal.code).toBe('NOT_FOUND');
  });
});

describe('the verdict over one call (N2)', () => {
  it.each([
    ['let in as ticked', true, { isLetIn: true }, 'agrees'],
    ['refused as not ticked', false, { isLetIn: false, reason: 'noRight' }, 'agrees'],
    ['let in although not ticked', false, { isLetIn: true }, 'tooWide'],
    ['refused for the right although ticked', true, { isLetIn: false, reason: 'noRight' }, 'tooNarrow'],
    ['a listed record out of reach', true, { isLetIn: false, reason: 'outOfScope' }, 'tooNarrow'],
    ['an unexplained refusal', true, { isLetIn: false, reason: null }, 'tooNarrow'],
    ['ticked, but nobody widens themselves', true, { isLetIn: false, reason: 'ownRights' }, 'furtherRule'],
  ] as const)('%s', (_says, shouldBeLetIn, answer, verdict) => {
    expect(proofVerdict(shouldBeLetIn, answer)).toBe(verdict);
  });
});
