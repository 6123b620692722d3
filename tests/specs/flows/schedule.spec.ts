// Booking and moving through the real core: impossible times, warnings, versions, and what the log may say (S2.108, S2.33).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScheduleWarning, warningsIn } from '../../../shared/catalogue/procedures/appointment.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { Reply } from '../../../shared/errors.ts';
import { buildScheduleWorld, MONDAY, type ScheduleWorld } from '../../support/scheduleWorld.ts';
import { addActiveUser } from '../../support/startTestCore.ts';

let world: ScheduleWorld;
beforeEach(async () => {
  world = await buildScheduleWorld();
});
afterEach(() => world.test.close());

const tryToBook = (given: Parameters<ScheduleWorld['at']>[0]) => world.test.call('appointment.book', world.at(given));
/** What stands against it: `done`, or the kinds of warning. */
const kinds = (reply: Reply<unknown>) =>
  reply.ok ? 'done' : warningsIn(reply.error).map(({ kind }: ScheduleWarning) => kind);
const newest = async (event: string) =>
  (await world.test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 1 }))
    .entries[0];

describe('booking', () => {
  it('S2.108 stores the time of the office as an instant, and the log names the patient by record alone', async () => {
    const id = await world.book();
    expect(await world.read(id)).toMatchObject({
      version: 1,
      fields: {
        startsAtMs: Date.parse('2026-11-23T15:00:00Z'),
        endsAtMs: Date.parse('2026-11-23T15:30:00Z'),
        status: 'booked',
        isWalkIn: false,
      },
      labels: { patientId: 'Mosciski, Maynard', providerId: 'Patel, Ria' },
    });
    const entry = await newest('appointment_booked');
    expect(entry).toMatchObject({ patientId: world.mosciski, objectId: id });
    expect(JSON.stringify(entry)).not.toMatch(/Check-up|Mosciski/);
  });

  it('S2.33 warns of a double booking, and does nothing until the person confirms', async () => {
    await world.book();
    const second = { fields: { patientId: world.quigley }, time: '10:15' };
    const answer = await tryToBook(second);
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'CONSTRAINT_VIOLATED',
        fields: [{ path: 'doubleBooked', message: 'The provider already has an appointment then: 10:00 to 10:30.' }],
      },
    });
    expect(await newest('appointment_booked')).toMatchObject({ outcome: 'refused', objectId: null });
    const list = { search: '', sort: 'startsAtMs', isDescending: false, offset: 0, limit: 10 };
    const filter = { providerId: null, locationId: null, startsAtMs: null, status: null };
    expect((await world.test.must('appointment.find', { ...list, filter })).total).toBe(1);
    expect(kinds(await tryToBook({ ...second, isConfirmed: true }))).toBe('done');
    expect((await world.test.must('appointment.find', { ...list, filter })).total).toBe(2);
  });

  it('S2.33 warns of breaks, of time outside the hours and in the past, and of a patient who is elsewhere', async () => {
    expect(kinds(await tryToBook({ time: '12:30' }))).toEqual(['inBreak']);
    expect(kinds(await tryToBook({ time: '16:45' }))).toEqual(['outsideHours']);
    expect(kinds(await tryToBook({ day: '2026-11-24' }))).toEqual(['outsideHours']);
    expect(kinds(await tryToBook({ day: '2026-11-16' }))).toEqual(['inPast']);
    await world.book();
    expect(kinds(await tryToBook({ fields: { providerId: world.stone } }))).toEqual(['patientBusy']);
    expect(kinds(await tryToBook({ fields: { providerId: world.stone }, time: '10:30' }))).toBe('done');
  });

  it('S2.33 refuses what cannot be: a skipped hour, the next day, a mistyped year', async () => {
    const refusal = async (given: Parameters<ScheduleWorld['at']>[0]) =>
      (await world.test.mustRefuse('appointment.book', world.at({ ...given, isConfirmed: true }))).message;
    expect(await refusal({ day: '2027-03-14', time: '02:30' })).toBe(
      'The clocks go forward that day, so there is no 02:30. Choose an earlier or a later time.',
    );
    expect(await refusal({ time: '23:50' })).toContain('end after midnight');
    expect(await refusal({ day: '2062-11-23' })).toContain('Check the year');
    expect(await refusal({ day: '2026-02-30' })).toContain('cannot be used');
  });

  it('S2.33 in the repeated hour takes the first or the second, as chosen', async () => {
    const night = { day: '2027-11-07', time: '01:30', fields: { providerId: world.stone } };
    expect(kinds(await tryToBook(night))).toEqual(['happensTwice']);
    const first = await world.book({ ...night, isConfirmed: true });
    const second = await world.book({ ...night, isConfirmed: true, isSecondHour: true });
    const [one, other] = [await world.read(first), await world.read(second)];
    expect(other.fields.startsAtMs - one.fields.startsAtMs).toBe(3_600_000);
  });

  it('S2.108 a walk-in begins now and is checked in at once', async () => {
    const fields = { patientId: world.quigley, providerId: world.stone, locationId: null, reason: '' };
    world.test.advance(4 * 60_000);
    const answer = await world.test.must('appointment.walkIn', { fields, lengthMinutes: 15, isConfirmed: false });
    expect((await world.read(answer.id)).fields).toMatchObject({
      status: 'arrived',
      isWalkIn: true,
      startsAtMs: Date.parse('2026-11-22T13:00:00Z'),
    });
  });
});

describe('moving', () => {
  const move = (id: string, given: object = {}) => {
    const { fields, ...at } = world.at();
    const { patientId: _patient, ...place } = fields;
    return { id, version: 1, fields: place, ...at, ...given };
  };

  it('S2.33 checks the new time against everything but the appointment itself', async () => {
    const id = await world.book();
    expect(await world.test.must('appointment.reschedule', move(id, { time: '10:15' }))).toEqual({
      id,
      version: 2,
    });
    const lunch = await world.test.call('appointment.reschedule', move(id, { version: 2, time: '11:45' }));
    expect(kinds(lunch)).toEqual(['inBreak']);
    expect((await world.read(id)).fields.startsAtMs).toBe(Date.parse('2026-11-23T15:15:00Z'));
    const changes = (await newest('appointment_rescheduled'))?.changes ?? [];
    expect(changes).toEqual([]);
  });

  it('S2.33 refuses an older state, and whatever is already over', async () => {
    const id = await world.book();
    await world.test.must('appointment.reschedule', move(id, { time: '11:00' }));
    expect(await world.test.mustRefuse('appointment.reschedule', move(id, { time: '13:00' }))).toMatchObject({
      code: 'CONFLICT',
    });
    await world.test.must('appointment.cancel', { id, version: 2, reason: 'The patient called.' });
    const refused = await world.test.mustRefuse('appointment.reschedule', move(id, { version: 3, time: '13:00' }));
    expect(refused.message).toContain('This appointment is cancelled');
  });

  it('S2.33 a cancelled appointment leaves its time free', async () => {
    const id = await world.book();
    await world.test.must('appointment.cancel', { id, version: 1, reason: 'The patient called.' });
    expect(kinds(await tryToBook({ fields: { patientId: world.quigley } }))).toBe('done');
  });

  it('S5.14 nobody moves an appointment to a provider they do not reach', async () => {
    const id = await world.book();
    const scope = { kind: 'selected' as const, providerIds: [world.patel] };
    await addActiveUser(world.test, 'desk', { roleIds: ['front-desk'], exceptions: [], scope }, 'B');
    const away = move(id, { fields: { providerId: world.stone, locationId: null, reason: '' } });
    expect(await world.test.mustRefuse('appointment.reschedule', away, 'B')).toMatchObject({ reason: 'leavesScope' });
    expect(
      (
        await world.test.must(
          'schedule.read',
          { from: MONDAY, to: MONDAY, providerIds: [world.stone], locationId: null },
          'B',
        )
      ).providers,
    ).toEqual([]);
  });
});
