// A practice with two providers, their hours and patients, for the flows of the schedule.
import { type CallInput, type Output, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { setUpPractice, startTestCore, type TestCore } from './startTestCore.ts';

/** The Monday after the day of the test clock, in New York. */
export const MONDAY = '2026-11-23';

export interface ScheduleWorld {
  readonly test: TestCore;
  readonly patel: string;
  readonly stone: string;
  readonly mosciski: string;
  readonly quigley: string;
  readonly locationId: string;
  /** The input of a booking on MONDAY at ten with Patel for Mosciski, with what is given instead. */
  readonly at: (given?: Given) => Booking;
  /** Books and answers the id. */
  readonly book: (given?: Given, window?: string) => Promise<string>;
  readonly read: (id: string, window?: string) => Promise<Output<'appointment.read'>>;
}
type Booking = CallInput<'appointment.book'>;
type Given = Partial<Omit<Booking, 'fields'>> & { readonly fields?: Partial<Booking['fields']> };

/** Patel works Mondays from nine to five with lunch at noon; Stone has no hours on record. */
export async function buildScheduleWorld(): Promise<ScheduleWorld> {
  const test = startTestCore();
  await setUpPractice(test);
  const { id: locationId } = await test.must('location.create', PROCEDURES['location.create'].example);
  const patel = await provider('Patel', 'Ria');
  const stone = await provider('Stone', 'Ann');
  const mosciski = await patient('Mosciski', 'Maynard', [patel]);
  const quigley = await patient('Quigley', 'Nora', [stone]);
  await test.must('workingHours.create', {
    fields: { ...PROCEDURES['workingHours.create'].example.fields, providerId: patel, weekday: '1' },
  });
  await test.must('providerBreak.create', {
    fields: { ...PROCEDURES['providerBreak.create'].example.fields, providerId: patel },
  });
  const at: ScheduleWorld['at'] = ({ fields = {}, ...given } = {}) => ({
    fields: { patientId: mosciski, providerId: patel, locationId: null, reason: 'Check-up', ...fields },
    day: MONDAY,
    time: '10:00',
    lengthMinutes: 30,
    isSecondHour: false,
    isConfirmed: false,
    ...given,
  });
  return {
    test,
    patel,
    stone,
    mosciski,
    quigley,
    locationId,
    at,
    book: async (given, window) => (await test.must('appointment.book', at(given), window)).id,
    read: (id, window) => test.must('appointment.read', { id }, window),
  };

  async function provider(lastName: string, firstName: string): Promise<string> {
    const { fields } = PROCEDURES['provider.create'].example;
    return (await test.must('provider.create', { fields: { ...fields, locationIds: [], lastName, firstName } })).id;
  }

  async function patient(lastName: string, firstName: string, providerIds: string[]): Promise<string> {
    const { fields } = PROCEDURES['patient.create'].example;
    return (await test.must('patient.create', { fields: { ...fields, lastName, firstName, providerIds } })).id;
  }
}
