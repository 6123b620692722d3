// growth.*: the same calls on 1,000 patients, appointments, log entries and users and tenfold again, and how their time grows.
import type { WriteTx } from '../../db/transaction.ts';
import { newId } from '../../electron/newId.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { type BenchPractice, benchPractice } from './benchPractice.ts';
import { type Filling, fill, fillUsers } from './fillPractice.ts';
import { type Comparison, median, timeMs } from './measure.ts';

const CALLS = 60;
const SMALLEST = 1_000;
/** More people, patients and log entries than any practice has; visits go on to `most`. */
const MOST_USERS = 10_000;
const MOST_PATIENTS = 100_000;
/** Visits that one entry of the log covers once the patients are all there. */
const VISITS_PER_ENTRY = 500;
/** Ten times the rows may take a third longer: what a deeper index costs. */
const TARGET_EXPONENT = 0.125;

interface Grown {
  readonly name: string;
  /** Grows no further than this. */
  readonly most: number;
  readonly call: (practice: BenchPractice, turn: number) => Promise<unknown>;
}

const PROVIDERS = 12;
/** Of a busy office; a longer history makes no day longer. */
const APPOINTMENTS_A_DAY = 80;
const DAY_MS = 86_400_000;
const NEWEST_DAY_MS = Date.UTC(2026, 10, 2);
const WHOLE_OFFICE = PROCEDURES['schedule.read'].example;
const dayAt = (turn: number) => new Date(NEWEST_DAY_MS - (turn % 10) * DAY_MS).toISOString().slice(0, 10);

const AUDIT_PAGE = PROCEDURES['audit.find'].example;

const GROWN: readonly Grown[] = [
  { name: 'growth.write', most: MOST_PATIENTS, call: changeSetting },
  {
    name: 'growth.read',
    most: MOST_PATIENTS,
    call: ({ must }) => must('patient.find', PROCEDURES['patient.find'].example),
  },
  {
    name: 'growth.search',
    most: MOST_PATIENTS,
    call: ({ must }, turn) =>
      must('patient.find', { ...PROCEDURES['patient.find'].example, search: `Last${turn % 10}${turn % 7}9` }),
  },
  {
    name: 'growth.appointments',
    most: Number.POSITIVE_INFINITY,
    call: ({ must }) => must('appointment.find', PROCEDURES['appointment.find'].example),
  },
  {
    name: 'growth.day',
    most: Number.POSITIVE_INFINITY,
    call: ({ must }, turn) => must('schedule.read', { ...WHOLE_OFFICE, from: dayAt(turn), to: dayAt(turn) }),
  },
  {
    name: 'growth.filter',
    most: MOST_PATIENTS,
    call: ({ must }, turn) =>
      must('audit.find', { ...AUDIT_PAGE, filter: { ...AUDIT_PAGE.filter, actorId: `user-${turn % 17}` } }),
  },
  {
    name: 'growth.users',
    most: MOST_PATIENTS,
    call: ({ must }) => must('user.find', PROCEDURES['user.find'].example),
  },
];

/** Rows growth.*: one practice filled tenfold again and again up to `most` rows. The ratio is the exponent of the time in
 *  the number of rows, by least squares over the logarithms: 0 is flat, 1 is in step with the rows. */
export async function benchGrowth(most: number): Promise<Comparison[]> {
  const practice = await benchPractice();
  const sizes: number[] = [];
  const times = GROWN.map((): number[] => []);
  try {
    let filled = 0;
    for (let size = SMALLEST; size <= most; size *= 10) {
      practice.stop();
      await grow(practice, filled, size);
      filled = size;
      sizes.push(size);
      await practice.reopen();
      for (const [index, { call, most: end }] of GROWN.entries())
        if (size <= end) times[index]?.push(await typicalMs(practice, call));
    }
  } finally {
    practice.close();
  }
  return GROWN.map(({ name }, index) => growthRow(name, sizes, times[index] ?? []));
}

async function grow(practice: BenchPractice, from: number, to: number): Promise<void> {
  await fill(practice, to - from, (tx, filling) => {
    if (from === 0) for (let index = 0; index < PROVIDERS; index++) addProvider(tx, index, filling);
    for (let index = from; index < to; index++) {
      const isNew = index < MOST_PATIENTS;
      if (isNew) addPatient(tx, index, filling);
      addAppointment(tx, index, filling);
      if (isNew || index % VISITS_PER_ENTRY === VISITS_PER_ENTRY - 1) filling.append(index);
    }
  });
  const users = Math.min(to, MOST_USERS);
  if (from < users) await fillUsers(practice, users - from, from);
}

const patientId = (index: number) => `01900000-0000-7000-8000-${String(index % MOST_PATIENTS).padStart(12, '0')}`;

function addPatient(tx: WriteTx, index: number, { byUserId, nowMs }: Filling): void {
  // Spread over the alphabet, as people's names are, and not in the order in which they came.
  const place = (index * 7_919) % 1_000_003;
  const birthDate = new Date(Date.UTC(1930, 0, 1) + (place % 32_000) * 86_400_000).toISOString().slice(0, 10);
  tx.prepare(
    `INSERT INTO patient (id, record_number, last_name, first_name, birth_date, city, created_at_ms, created_by,
       changed_at_ms, changed_by) VALUES (:id, :number, :lastName, :firstName, :birthDate, :city, :nowMs, :byUserId,
       :nowMs, :byUserId)`,
  ).run({
    id: patientId(index),
    number: index + 1,
    lastName: `Last${place}`,
    firstName: `First${index % 997}`,
    birthDate,
    city: `City${index % 89}`,
    nowMs,
    byUserId,
  });
}

const providerId = (index: number) => `01900000-0000-7000-8000-0000000005${String(index % PROVIDERS).padStart(2, '0')}`;

function addProvider(tx: WriteTx, index: number, { byUserId, nowMs }: Filling): void {
  tx.prepare(
    `INSERT INTO provider (id, last_name, first_name, created_at_ms, created_by, changed_at_ms, changed_by)
     VALUES (?, ?, 'Ria', ?, ?, ?, ?)`,
  ).run(providerId(index), `Provider${index}`, nowMs, byUserId, nowMs, byUserId);
}

/** One visit of each patient and then another, day by day into the past. */
function addAppointment(tx: WriteTx, index: number, { byUserId, nowMs }: Filling): void {
  const dayMs = NEWEST_DAY_MS - Math.floor(index / APPOINTMENTS_A_DAY) * DAY_MS;
  const startsAtMs = dayMs + 14 * 3_600_000 + (index % 7) * 3_600_000;
  tx.prepare(
    `INSERT INTO appointment (id, patient_id, provider_id, starts_at_ms, ends_at_ms, reason, status, is_walk_in,
       created_at_ms, created_by, changed_at_ms, changed_by)
     VALUES (:id, :patientId, :providerId, :startsAtMs, :endsAtMs, '', 'completed', 0, :nowMs, :byUserId, :nowMs, :byUserId)`,
  ).run({
    id: newId(nowMs),
    patientId: patientId(index),
    providerId: providerId(index),
    startsAtMs,
    endsAtMs: startsAtMs + 1_800_000,
    nowMs,
    byUserId,
  });
}

/** The middle of many single calls, after some that are not counted. */
async function typicalMs(practice: BenchPractice, call: Grown['call']): Promise<number> {
  for (let turn = 0; turn < CALLS / 4; turn++) await call(practice, turn);
  const times: number[] = [];
  for (let turn = 0; turn < CALLS; turn++) times.push(await timeMs(async () => void (await call(practice, turn))));
  return median(times);
}

async function changeSetting({ must }: BenchPractice, turn: number): Promise<void> {
  const { version, values } = await must('setting.read', {});
  await must('setting.update', { version, values: { ...values, idleMinutes: 10 + (turn % 2) }, reason: '' });
}

function growthRow(name: string, sizes: readonly number[], times: readonly number[]): Comparison {
  const exponent = slope(sizes.slice(0, times.length).map(Math.log), times.map(Math.log));
  const shown = times.map((ms, index) => `${ms.toFixed(1)} at 10^${Math.round(Math.log10(sizes[index] ?? 1))}`);
  return {
    name,
    ours: `${shown.join(', ')} ms`,
    reference: 'flat',
    ratio: exponent,
    target: `exponent <= ${TARGET_EXPONENT}`,
    isMet: exponent <= TARGET_EXPONENT,
  };
}

/** The slope of the least-squares line through the points. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const products = xs.map((x, index) => (x - meanX) * ((ys[index] ?? 0) - meanY));
  return mean(products) / mean(xs.map((x) => (x - meanX) ** 2));
}
