// signin.equalTime: whether the time of a refused sign-in tells what was wrong (S2.99).
import { BENCH_LOGIN, BENCH_PASSWORD, type BenchPractice, benchPractice } from './benchPractice.ts';
import { type Comparison, median } from './measure.ts';

const ROUNDS = 40;
/** Shorter than the product's second, so that many tries fit; longer than the quick derivation and the file's opening. */
const RELEASE_MS = 250;
const MOST_TRIES = 10;
/** Fewer than would lock a login: then its tries would be of another kind. */
const TRIES_EACH = 8;
const TARGET = 1.5;

const WRONG_PASSWORD = 'noisy harbour lantern 47 walnut';

interface Kind {
  readonly name: string;
  readonly loginId: (round: number) => string;
  readonly password: string;
}

/** Tried in turn, many times over. The ones with the right password matter most: a difference would tell somebody who
 *  guesses that the password of a login that cannot be used now is the right one. */
const KINDS: readonly Kind[] = [
  { name: 'unknown', loginId: (round) => `nobody${round}`, password: WRONG_PASSWORD },
  { name: 'wrong', loginId: () => BENCH_LOGIN, password: WRONG_PASSWORD },
  { name: 'locked', loginId: () => 'locked', password: BENCH_PASSWORD },
  { name: 'locked out', loginId: (round) => nthLogin('lockedout', round), password: BENCH_PASSWORD },
  { name: 'disabled', loginId: (round) => nthLogin('disabled', round), password: BENCH_PASSWORD },
];

function nthLogin(word: string, round: number): string {
  return `${word}${Math.floor(round / TRIES_EACH)}`;
}

/** Row signin.equalTime. Its ratio is the worst of the kinds against the unknown login, as a Mann-Whitney statistic over
 *  one half: the chance that one of two tries drawn blindly is the slower one. 1 is a coin, 2 is always told apart. */
export async function benchEqualTime(): Promise<Comparison> {
  const practice = await benchPractice('quick', RELEASE_MS);
  try {
    await makePeople(practice);
    const times = await tryAll(practice);
    const [unknown = [], ...others] = times;
    const ratio = Math.max(...others.map((other) => toldApart(other, unknown)));
    const words = KINDS.map(({ name }, index) => `${name} ${median(times[index] ?? []).toFixed(1)}`);
    return {
      name: 'signin.equalTime',
      ours: `${words.slice(1).join(', ')} ms`,
      reference: `${words[0]} ms`,
      ratio,
      target: `<= ${TARGET}x a coin`,
      isMet: ratio <= TARGET,
    };
  } finally {
    practice.close();
  }
}

async function makePeople({ call, must }: BenchPractice): Promise<void> {
  const { values, version } = await must('setting.read', {});
  await must('setting.update', { version, values: { ...values, lockoutAttempts: MOST_TRIES }, reason: '' });
  for (let round = 0; round < ROUNDS; round += TRIES_EACH) {
    const lockedOut = await addPerson(must, nthLogin('lockedout', round));
    await must('user.lockOut', { ...lockedOut, untilMs: null });
    await must('user.disable', await addPerson(must, nthLogin('disabled', round)));
  }
  await must('session.delete', {});
  for (let round = 0; round < MOST_TRIES; round++)
    await call('session.create', { loginId: 'locked', password: WRONG_PASSWORD });
}

/** Adds a person who has signed in once, and names them as a change wants it. */
async function addPerson(must: BenchPractice['must'], loginId: string) {
  const names = { lastName: 'Ortiz', firstName: loginId, middleInitial: '', email: null, phone: null, note: null };
  const scope = { kind: 'all' } as const;
  const rights = { roleIds: [], exceptions: [], scope, copiedFromUserId: null };
  const { userId, activationCode } = await must('user.add', { info: { ...names, loginId }, ...rights });
  await must('session.delete', {});
  await must('session.activate', { loginId, activationCode, newPassword: BENCH_PASSWORD });
  await must('session.delete', {});
  await signIn(must);
  const { version } = await must('user.read', { userId });
  return { userId, version, reason: 'Benchmark.' };
}

async function signIn(must: BenchPractice['must']): Promise<void> {
  await must('session.create', { loginId: BENCH_LOGIN, password: BENCH_PASSWORD });
}

/** Milliseconds of every refused try, by kind. */
async function tryAll({ call, must }: BenchPractice): Promise<number[][]> {
  const times = KINDS.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { loginId, password }] of KINDS.entries()) {
      const started = performance.now();
      const reply = await call('session.create', { loginId: loginId(round), password });
      times[index]?.push(performance.now() - started);
      if (reply.ok) throw new Error(`the try of kind \`${index}\` was let in`);
    }
    // Real ones between them keep the wrong tries below the lock.
    if (round % TRIES_EACH === 0) {
      await signIn(must);
      await must('session.delete', {});
    }
  }
  return times;
}

/** Twice the area under the curve, whichever way it leans: 1 when the two cannot be told apart, 2 when they always can.
 *  Source: Mann and Whitney 1947, U / (n1 n2). */
function toldApart(left: readonly number[], right: readonly number[]): number {
  let slower = 0;
  for (const a of left) for (const b of right) slower += a > b ? 1 : a === b ? 0.5 : 0;
  const chance = slower / (left.length * right.length);
  return Math.max(chance, 1 - chance) * 2;
}
