// Appointments from state to state, providers who leave, hidden patients, free times and paper (S2.108, S2.33, S3.11).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { buildScheduleWorld, MONDAY, type ScheduleWorld } from '../../support/scheduleWorld.ts';
import { addActiveUser } from '../../support/startTestCore.ts';

let world: ScheduleWorld;
beforeEach(async () => {
  world = await buildScheduleWorld();
});
afterEach(() => world.test.close());

/** From the start of the test clock, Sunday at 08:00, to Monday at ten. */
const TO_MONDAY_MS = 26 * 3_600_000;
const HALF_HOUR_MS = 30 * 60_000;
const VIEW = { from: MONDAY, to: MONDAY, providerIds: [], locationId: null };
const provider = async (id: string) => {
  const { fields, version } = await world.test.must('provider.read', { id });
  return { id, version, fields };
};

/** Moves the clock in steps after which the session is renewed, so that nobody is signed out for being idle. */
async function waitUntilMonday(): Promise<void> {
  world.test.advance(TO_MONDAY_MS);
  await world.test.must('session.create', { loginId: 'dwhitfield', password: 'quiet harbour lantern 47 walnut' });
}

describe('the states of an appointment', () => {
  it('S2.108 nobody is checked in before the day or missed before the hour', async () => {
    const id = await world.book();
    const early = await world.test.mustRefuse('appointment.checkIn', { id, version: 1, reason: '' });
    expect(early.message).toContain('on a later day');
    const waiting = await world.test.mustRefuse('appointment.markNoShow', { id, version: 1, reason: '' });
    expect(waiting.message).toContain('has not begun yet');
  });

  it('S2.108 checked in, completed, and set back with a reason that stays in the log', async () => {
    const id = await world.book();
    await waitUntilMonday();
    await world.test.must('appointment.checkIn', { id, version: 1, reason: '' });
    await world.test.must('appointment.complete', { id, version: 2, reason: '' });
    expect((await world.read(id)).fields.status).toBe('completed');
    expect(await world.test.mustRefuse('appointment.cancel', { id, version: 3, reason: 'Too late.' })).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    expect(await world.test.mustRefuse('appointment.delete', { id, version: 3, reason: 'Gone.' })).toMatchObject({
      message: 'This appointment is completed and stays on record. Only booked and cancelled ones can be deleted.',
    });
    await world.test.must('appointment.restore', { id, version: 3, reason: 'Completed by mistake.' });
    const { lines } = await world.test.must('appointment.readHistory', { id });
    expect(lines[0]).toMatchObject({ says: 'set an appointment back to booked', why: 'Completed by mistake.' });
    expect(lines[0]?.changes).toEqual([{ field: 'Status', old: 'Completed', new: 'Booked' }]);
  });

  it('S2.108 set back to booked only while its time is free and its provider works', async () => {
    const id = await world.book();
    await world.test.must('appointment.cancel', { id, version: 1, reason: 'The patient called.' });
    const other = await world.book({ fields: { patientId: world.quigley } });
    const restore = { id, version: 2, reason: 'The patient comes after all.' };
    const taken = await world.test.mustRefuse('appointment.restore', restore);
    expect(taken.message).toContain('Its time was given to another appointment meanwhile.');
    await world.test.must('appointment.cancel', { id: other, version: 1, reason: 'The patient called.' });
    const { fields, ...about } = await provider(world.patel);
    await world.test.must('provider.update', { ...about, fields: { ...fields, isActive: false } });
    const left = await world.test.mustRefuse('appointment.restore', restore);
    expect(left.message).toContain('not in use any more');
    const back = await provider(world.patel);
    await world.test.must('provider.update', { ...back, fields: { ...back.fields, isActive: true } });
    await world.test.must('appointment.restore', restore);
    expect((await world.read(id)).fields.status).toBe('booked');
  });

  it('S2.108 missed once its time has come', async () => {
    const id = await world.book();
    await waitUntilMonday();
    expect(await world.test.must('appointment.markNoShow', { id, version: 1, reason: '' })).toEqual({ id, version: 2 });
  });
});

describe('a provider or a location that leaves', () => {
  it('S2.33 is kept while appointments are booked ahead, and the person is told how many', async () => {
    await world.book();
    await world.book({ time: '11:00' });
    const { fields, ...about } = await provider(world.patel);
    const update = { ...about, fields: { ...fields, isActive: false } };
    const says = 'There are 2 booked appointments ahead. Move them to another provider or cancel them first.';
    expect(await world.test.mustRefuse('provider.update', update)).toMatchObject({ message: says });
    const remove = { ...about, reason: 'Left the practice.' };
    expect(await world.test.mustRefuse('provider.delete', remove)).toMatchObject({ message: says });
  });

  it('S2.33 may go out of use once nothing is booked ahead', async () => {
    const id = await world.book();
    await world.test.must('appointment.cancel', { id, version: 1, reason: 'The provider leaves.' });
    const { fields, ...about } = await provider(world.patel);
    await world.test.must('provider.update', { ...about, fields: { ...fields, isActive: false } });
    expect(await world.test.mustRefuse('appointment.book', world.at())).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });

  it('S2.33 a location with appointments ahead stays in use', async () => {
    const id = await world.book({ fields: { locationId: world.locationId } });
    expect((await world.read(id)).labels.locationId).toBe('Main Street office');
    const { id: locationId, version, fields } = await world.test.must('location.read', { id: world.locationId });
    const closing = { id: locationId, version, fields: { ...fields, isActive: false } };
    expect((await world.test.mustRefuse('location.update', closing)).message).toContain(
      'There is 1 booked appointment ahead. Move it to another location or cancel it first.',
    );
  });
});

describe('the view of a day', () => {
  it('S2.108 holds appointments, hours and breaks of whoever works or is booked, in office time', async () => {
    await world.book();
    const view = await world.test.must('schedule.read', VIEW);
    expect(view).toMatchObject({
      timeZone: 'America/New_York',
      providers: [{ id: world.patel, name: 'Patel, Ria' }],
      appointments: [{ patientName: 'Mosciski, Maynard', reason: 'Check-up', status: 'booked' }],
      hours: [{ weekday: '1', opensAt: '09:00', closesAt: '17:00' }],
      breaks: [{ note: 'Lunch' }],
      isCut: false,
    });
    expect(
      (await world.test.must('schedule.read', { ...VIEW, from: '2026-11-24', to: '2026-11-24' })).appointments,
    ).toEqual([]);
    expect((await world.test.must('schedule.read', { ...VIEW, locationId: world.locationId })).appointments).toEqual(
      [],
    );
  });

  it('S3.11 shows the time of a confidential patient as taken, without name, reason or record', async () => {
    const id = await world.book();
    const { version, fields } = await world.test.must('patient.read', { id: world.mosciski });
    const { recordNumber: _recordNumber, ...typed } = fields;
    const confidential = { ...typed, sensitivity: 'confidential' as const };
    await world.test.must('patient.update', { id: world.mosciski, version, fields: confidential });
    await addActiveUser(world.test, 'desk', { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' } }, 'B');
    const { appointments } = await world.test.must('schedule.read', VIEW, 'B');
    expect(appointments).toMatchObject([{ id, patientId: null, patientName: 'Confidential patient', reason: '' }]);
    const other = world.at({ fields: { patientId: world.quigley } });
    expect(await world.test.mustRefuse('appointment.book', other, 'B')).toMatchObject({
      fields: [{ path: 'doubleBooked' }],
    });
  });

  it('S2.108 goes on paper with what the person sees, and the log counts it', async () => {
    await world.book();
    expect(await world.test.must('schedule.print', VIEW)).toEqual({ count: 1 });
    expect(world.test.printed).toHaveLength(1);
    expect(world.test.printed[0]).toContain('Mosciski, Maynard');
    expect(world.test.printed[0]).toContain('10:00–10:30');
    expect(world.test.printed[0]).toContain('Whitfield, Dana');
    const filter = { ...NO_AUDIT_FILTER, event: 'schedule_printed' };
    const { entries } = await world.test.must('audit.find', { filter, beforeNumber: null, limit: 1 });
    expect(JSON.stringify(entries[0])).not.toContain('Mosciski');
  });
});

describe('free times', () => {
  const ask = { locationId: null, fromDay: MONDAY, lengthMinutes: 60 };

  it('S2.33 leave out breaks and what is booked, week after week', async () => {
    await world.book({ time: '09:30' });
    const { slots, hasHours } = await world.test.must('schedule.findFreeSlots', { ...ask, providerId: world.patel });
    expect(hasHours).toBe(true);
    expect(slots.slice(0, 8).map(({ time }) => time)).toEqual([
      '10:00',
      '10:15',
      '10:30',
      '10:45',
      '11:00',
      '13:00',
      '13:15',
      '13:30',
    ]);
    expect(slots.every(({ day }) => ['2026-11-23', '2026-11-30'].includes(day))).toBe(true);
    for (const { startsAtMs } of slots) expect(startsAtMs % (HALF_HOUR_MS / 2)).toBe(0);
  });

  it('S2.33 are not guessed where no hours are on record', async () => {
    const answer = await world.test.must('schedule.findFreeSlots', { ...ask, providerId: world.stone });
    expect(answer).toEqual({ slots: [], hasHours: false });
  });
});

describe('hours and breaks', () => {
  it('S2.33 must end after they begin, and an absence needs its days', async () => {
    const hours = PROCEDURES['workingHours.create'].example.fields;
    const away = PROCEDURES['providerBreak.create'].example.fields;
    const refused = async (given: Partial<typeof away>) =>
      (await world.test.mustRefuse('providerBreak.create', { fields: { ...away, providerId: world.patel, ...given } }))
        .message;
    const late = { fields: { ...hours, providerId: world.patel, opensAt: '17:00', closesAt: '09:00' } };
    expect((await world.test.mustRefuse('workingHours.create', late)).message).toContain('must come after');
    expect(await refused({ startsAt: '13:00', endsAt: '12:00' })).toContain('must come after');
    expect(await refused({ firstDay: MONDAY })).toContain('choose “On dates”');
    expect(await refused({ repeats: 'dated' })).toContain('first day');
    expect(await refused({ repeats: 'dated', firstDay: '2026-12-02', lastDay: '2026-12-01' })).toContain(
      'before the first',
    );
  });
});
