// Everybody who could do one thing at some moment of a day: every state that stood, at every hour and place that matters (N7).
import { spanOf } from '../../db/audit/find.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { pastMoment, withPastRights } from '../../db/rightsHistory/pastDatabase.ts';
import { rightsEntries } from '../../db/rightsHistory/rightsEntries.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { addDays } from '../../shared/schedule/days.ts';
import { instantsOf, startOfDay } from '../../shared/schedule/zonedTime.ts';
import type { Services } from '../services.ts';
import { notRecorded } from './askPast.ts';
import { type Holder, holdersIn } from './holdersIn.ts';
import { readPastQuestion } from './readQuestion.ts';

export interface AbleThatDay extends Holder {
  /** At every moment that was looked at, not only at some. */
  readonly isWholeDay: boolean;
}

export interface DayAnswer {
  /** The span that was looked at: the day, cut where nothing is recorded yet and at now. UTC epoch ms, both included. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly able: readonly AbleThatDay[];
  /** States that came after the last one looked at; 0 on any day but one of very many changes. */
  readonly leftOutCount: number;
}

/** A state costs some thirty milliseconds; on a day with more changes than this the rest is left out, and that is said. */
const MOST_STATES = 100;

/** Who could call `procedure` on the patient at some moment of the calendar day `day`, or why that cannot be told. */
export function couldOpen(
  tx: ReadTx,
  procedure: string,
  patientId: string,
  day: string,
  services: Services,
  nowMs: number,
): DayAnswer | Refusal {
  const { timeZone } = readPractice(tx);
  const startMs = startOfDay(day, timeZone);
  const toMs = Math.min(startOfDay(addDays(day, 1), timeZone) - 1, nowMs);
  if (startMs > nowMs) return refuse('CONSTRAINT_VIOLATED', 'This day has not come yet. Ask about today or the past.');
  const end = pastMoment(tx, toMs, nowMs);
  if (end.kind !== 'known') return notRecorded(tx, end.kind === 'tooEarly' ? end.knownFromMs : nowMs);
  const begin = pastMoment(tx, startMs, nowMs);
  const fromMs = begin.kind === 'tooEarly' ? begin.knownFromMs : startMs;
  const first = begin.kind === 'known' ? begin.number : spanOf(tx, { toMs: fromMs }).last;
  const numbers = [first, ...rightsEntries(tx, first, end.number, patientId)];
  const looked = numbers.slice(0, MOST_STATES);
  const beginsAt = tx.prepare<{ at_ms: number }>('SELECT at_ms FROM audit_entry WHERE number = ?');
  const beganMs = looked.map((number, place) => (place === 0 ? fromMs : (beginsAt.get(number)?.at_ms ?? fromMs)));
  const asked = { procedure, targetId: patientId };
  const wanted = { table: 'patient', id: patientId, patientId };
  const found = new Map<string, Holder & { count: number }>();
  let momentCount = 0;
  for (const [step, number] of looked.entries()) {
    const beginMs = beganMs[step] ?? fromMs;
    const untilMs = beganMs[step + 1] ?? toMs + 1;
    const refusal = withPastRights(tx, number, wanted, (past) => {
      const question = readPastQuestion(past, asked, services);
      if (isRefusal(question)) return question;
      for (const atMs of momentsThatMatter(past, day, timeZone, beginMs, untilMs)) {
        momentCount += 1;
        const able = placesThatMatter(past).flatMap(
          (place) => holdersIn(past, question, services, atMs, place).holders,
        );
        for (const holder of new Map(able.map((one) => [one.userId, one])).values())
          found.set(holder.userId, { ...holder, count: (found.get(holder.userId)?.count ?? 0) + 1 });
      }
      return null;
    });
    if (refusal !== null) return refusal;
  }
  const able = [...found.values()].map(({ count, ...holder }) => ({ ...holder, isWholeDay: count === momentCount }));
  return {
    fromMs,
    toMs,
    able: able.toSorted((one, other) => one.name.localeCompare(other.name)),
    leftOutCount: numbers.length - looked.length,
  };
}

/** The beginning of the state, and within it every start of a role's hours and every end of a lock-out: nothing else
 *  changes an answer while the rows stay as they are and the day is the same. */
function momentsThatMatter(past: ReadTx, day: string, timeZone: string, beginMs: number, untilMs: number): number[] {
  const starts = past
    .prepare<{ minute: number }>('SELECT DISTINCT from_minute AS minute FROM role_hours')
    .all()
    .flatMap(({ minute }) => instantsOf({ day, minute }, timeZone));
  const ends = past
    .prepare<{ atMs: number }>('SELECT DISTINCT until_ms AS atMs FROM lock_out WHERE until_ms IS NOT NULL')
    .all()
    .map(({ atMs }) => atMs);
  const within = [...starts, ...ends].filter((atMs) => atMs > beginMs && atMs < untilMs);
  return [...new Set([beginMs, ...within])].sort((one, other) => one - other);
}

/** Nowhere in particular, and every place a role was given for: whoever holds such a role could have worked there. */
function placesThatMatter(past: ReadTx): readonly (string | null)[] {
  const places = past.prepare<{ id: string }>('SELECT DISTINCT location_id AS id FROM user_role_location').all();
  return [null, ...places.map(({ id }) => id)];
}
