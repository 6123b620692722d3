// Rights with days, hours and places through the real core, with the clock moved (S2.29, S2.62, S2.75, S2.79, S4.07).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addExample, type MadeRecord } from '../../support/exampleRecord.ts';
import { desk, made } from '../../support/roleDesk.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

type Rights = Omit<CallInput<'user.add'>, 'info' | 'copiedFromUserId'>;

const HOUR_MS = 3_600_000;
const LIST = PROCEDURES['patient.find'].example;
const always = { validFrom: null, validUntil: null };
const desks = (more: Partial<Rights> = {}): Rights => ({
  roleIds: ['front-desk'],
  exceptions: [],
  scope: { kind: 'all' },
  ...more,
});
const dated = (validFrom: string | null, validUntil: string | null) =>
  desks({ roleTerms: [{ roleId: 'front-desk', dates: { validFrom, validUntil }, locationIds: null }] });

let test: TestCore;
let records: Map<string, MadeRecord>;
beforeEach(async () => {
  // Sunday 22 November 2026, 08:00 in New York.
  test = startTestCore();
  await setUpPractice(test);
  records = new Map();
  for (const type of ['location', 'payer', 'provider', 'patient'])
    records.set(type, await addExample(test, type, records));
});
afterEach(() => test.close());

const add = (loginId: string, rights: Rights) => addActiveUser(test, loginId, rights, loginId);
/** What the list of patients answers: how many, or the reason why not. */
async function listed(who: string): Promise<number | string | undefined> {
  const reply = await test.call('patient.find', LIST, who);
  return reply.ok ? reply.value.total : reply.error.reason;
}
/** Later, with everybody signed in anew. */
async function later(hours: number, ...people: string[]): Promise<void> {
  test.advance(hours * HOUR_MS);
  for (const loginId of people) await test.must('session.create', { loginId, password: PASSWORD }, loginId);
}
async function stored(userId: string) {
  const { version, info, roleIds, exceptions, scope, roleTerms, locations } = await test.must('user.read', { userId });
  return {
    shown: { roleTerms, locations },
    typed: { userId, version, info, roleIds, exceptions, scope, reason: 'Asked.' },
  };
}

describe('a role with days', () => {
  it('S2.79 starts and ends by itself at midnight of the practice’s own clock', async () => {
    await add('ending', dated(null, '2026-11-22'));
    await add('coming', dated('2026-11-23', '2026-11-23'));
    expect([await listed('ending'), await listed('coming')]).toEqual([1, 'rightNotYet']);
    await later(15.9, 'ending', 'coming');
    expect([await listed('ending'), await listed('coming')]).toEqual([1, 'rightNotYet']);
    await later(0.2, 'ending', 'coming');
    expect([await listed('ending'), await listed('coming')]).toEqual(['rightEnded', 1]);
    await later(24, 'ending', 'coming');
    expect([await listed('ending'), await listed('coming')]).toEqual(['rightEnded', 'rightEnded']);
  });

  it('S1.28 whoever comes from outside works in their own name with a role for one day, which ends by itself', async () => {
    await add('technician', dated('2026-11-22', '2026-11-22'));
    expect(await listed('technician')).toBe(1);
    await later(17, 'technician');
    expect(await listed('technician')).toBe('rightEnded');
  });

  it('S4.07 a single right for a time ends by itself, and what it brought ends with it', async () => {
    const dates = { validFrom: null, validUntil: '2026-11-22' };
    await add(
      'standin',
      desks({ roleIds: [], exceptions: [{ permission: 'patient:update', effect: 'grant', dates }] }),
    );
    expect(await listed('standin')).toBe(1);
    await later(24, 'standin');
    expect(await listed('standin')).toBe('rightEnded');
  });

  it('S2.79 an end before the beginning is not saved', async () => {
    await expect(add('never', dated('2026-11-24', '2026-11-23'))).rejects.toThrow('INVALID_INPUT');
  });
});

describe('a role with hours', () => {
  it('S2.62 counts in its hours alone, each end to the minute', async () => {
    const window = { weekday: 7, fromMinute: 8 * 60, untilMinute: 12 * 60 };
    const { roleId } = await test.must('role.create', made(desk({ hours: [window] })));
    await add('morning', desks({ roleIds: [roleId] }));
    expect(await listed('morning')).toBe(1);
    await later(3.99, 'morning');
    expect(await listed('morning')).toBe(1);
    await later(0.02, 'morning');
    expect(await listed('morning')).toBe('outsideHours');
    await later(7 * 24 - 1, 'morning');
    expect(await listed('morning')).toBe(1);
  });

  it('S2.62 runs on across midnight and the end of the week', async () => {
    const night = { weekday: 7, fromMinute: 22 * 60, untilMinute: 6 * 60 };
    const { roleId } = await test.must('role.create', made(desk({ hours: [night] })));
    await add('night', desks({ roleIds: [roleId] }));
    expect(await listed('night')).toBe('outsideHours');
    await later(14.5, 'night');
    expect(await listed('night')).toBe(1);
    await later(7, 'night');
    expect(await listed('night')).toBe(1);
    await later(1, 'night');
    expect(await listed('night')).toBe('outsideHours');
  });
});

describe('a role for each place', () => {
  let main: string;
  let south: string;
  beforeEach(async () => {
    main = (await addExample(test, 'location', records, { name: 'Main' })).id;
    south = (await addExample(test, 'location', records, { name: 'South' })).id;
    const annex = (await addExample(test, 'location', records, { name: 'Annex', parentId: main })).id;
    for (const [lastName, locationId] of [
      ['One', main],
      ['Two', annex],
      ['Three', south],
    ] as const)
      await addExample(test, 'patient', records, { lastName, locationId });
    await add(
      'roamer',
      desks({
        roleIds: ['front-desk', 'billing'],
        roleTerms: [
          { roleId: 'front-desk', dates: always, locationIds: [main] },
          { roleId: 'billing', dates: always, locationIds: [south] },
        ],
      }),
    );
  });
  const work = (locationId: string | null) => test.must('session.setWorkLocation', { locationId }, 'roamer');
  const billing = async () => (await test.call('payment.find', PROCEDURES['payment.find'].example, 'roamer')).ok;

  it('S2.29 counts where the person says they work, and narrows what they reach to there', async () => {
    expect([await listed('roamer'), await billing()]).toEqual(['otherLocation', false]);
    await work(main);
    // The annex is part of the main office (S2.75).
    expect([await listed('roamer'), await billing()]).toEqual([2, false]);
    await work(south);
    expect([await listed('roamer'), await billing()]).toEqual([1, true]);
    await work(null);
    expect(await listed('roamer')).toBe('otherLocation');
  });

  it('S2.29 a place that leaves the person’s limit is no place of work any more, with its rights', async () => {
    await work(south);
    expect(await billing()).toBe(true);
    const roamer = (await test.must('session.readState', {}, 'roamer')).subject;
    const { typed } = await stored(roamer?.userId ?? '');
    await test.must('user.update', { ...typed, locations: { kind: 'selected', locationIds: [main] } });
    expect([await listed('roamer'), await billing()]).toEqual(['otherLocation', false]);
    const now = (await test.must('session.readState', {}, 'roamer')).subject;
    expect([now?.workLocation, now?.placesOfWork.map(({ name }) => name).toSorted()]).toEqual([
      null,
      ['Annex', 'Main'],
    ]);
  });

  it('S2.29 the place of work ends with the session', async () => {
    await work(main);
    await test.must('session.delete', {}, 'roamer');
    await test.must('session.create', { loginId: 'roamer', password: PASSWORD }, 'roamer');
    expect(await listed('roamer')).toBe('otherLocation');
  });

  it('S2.75 a location that a role or a limit names is not deleted, and the reason stands in words', async () => {
    const { version } = await test.must('location.read', { id: south });
    const refused = await test.mustRefuse('location.delete', { id: south, version, reason: 'Closed.' });
    expect(refused.code).toBe('CONSTRAINT_VIOLATED');
    expect(refused.message).toMatch(/^[A-Z“].*\.$/s);
    expect(await listed('roamer')).toBe('otherLocation');
  });

  it('S2.75 a location is never part of itself, nor of what is part of it', async () => {
    const { fields, version } = await test.must('location.read', { id: main });
    const [annex] = (await test.must('location.find', { ...PROCEDURES['location.find'].example, search: 'Annex' }))
      .rows;
    for (const parentId of [main, annex?.id ?? ''])
      expect(
        await test.mustRefuse('location.update', { id: main, version, fields: { ...fields, parentId } }),
      ).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });
});

describe('changing a user with terms', () => {
  it('S2.79 what a change leaves out stays as it was: terms of roles and the location limit', async () => {
    const locationId = records.get('location')?.id ?? '';
    const userId = await add('kept', {
      ...dated(null, '2026-12-01'),
      locations: { kind: 'selected', locationIds: [locationId] },
    });
    const before = await stored(userId);
    await test.must('user.update', { ...before.typed, info: { ...before.typed.info, lastName: 'Renamed' } });
    expect((await stored(userId)).shown).toEqual(before.shown);
    expect(before.shown.roleTerms).toHaveLength(1);
    expect(before.shown.locations).toEqual({ kind: 'selected', locationIds: [locationId] });
  });

  it('S2.07 of two people who change one user at a time the second is told, and nothing is half done', async () => {
    const userId = await add('twice', dated(null, '2026-12-01'));
    const { typed, shown } = await stored(userId);
    await test.must('user.update', { ...typed, info: { ...typed.info, lastName: 'First' } });
    const late = await test.mustRefuse('user.update', { ...typed, roleTerms: [], roleIds: ['billing'] });
    expect(late).toMatchObject({ code: 'CONFLICT' });
    expect((await stored(userId)).shown).toEqual(shown);
  });

  it('a role that was taken away leaves no terms behind for the day it is given again', async () => {
    const userId = await add('again', dated(null, '2026-11-21'));
    const { typed } = await stored(userId);
    await test.must('user.update', { ...typed, roleIds: [] });
    const { typed: empty, shown } = await stored(userId);
    expect(shown.roleTerms).toEqual([]);
    await test.must('user.update', { ...empty, roleIds: ['front-desk'] });
    expect(await listed('again')).toBe(1);
  });
});
