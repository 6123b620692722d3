// What somebody holds, written from the feature list alone: every way in which each cell was given, and which count now.
import { BRINGING, CELLS } from './paperCells.ts';
import { type PaperMoment, paperMoment } from './paperClock.ts';
import { hoursOf, sheetOf } from './paperRoles.ts';
import type { PaperDays, PaperHours, PaperPerson, PaperPractice, PaperRule } from './practice.ts';

/** What the paper code opens (S2.100): finding Super Users and a new code for them. */
export const RECOVERY_CELLS: readonly string[] = ['user:read', 'user:resetPassword'];

/** One way in which a cell was given, with all that limits it. */
export interface PaperWay extends PaperDays {
  readonly at: readonly string[] | null;
  /** Each set of hours must be kept; none: always. */
  readonly hours: readonly (readonly PaperHours[])[];
  readonly rules: readonly PaperRule[];
}

const FOR_GOOD: PaperWay = { from: null, until: null, at: null, hours: [], rules: [] };

/** C4: all of it in the checkbox model, security alone with strict roles; S3.11: some classes never. */
function theTickBrings(cell: (typeof CELLS)[number], practice: PaperPractice): boolean {
  if (cell.onlyByRoleOrTick === true) return false;
  return !practice.isStrict || cell.category === 'Security' || cell.category === 'Super User';
}

/** Every way in which each cell was given: step one the union (S4.06), step two what subtracts (C5). Cells of the category
 *  Super User come with the tick alone (S5.08, S5.09). */
export function waysGiven(person: PaperPerson, practice: PaperPractice): ReadonlyMap<string, readonly PaperWay[]> {
  const known = answers.get(practice) ?? new WeakMap<PaperPerson, ReadonlyMap<string, readonly PaperWay[]>>();
  answers.set(practice, known);
  const answer = known.get(person) ?? workOutWays(person, practice);
  known.set(person, answer);
  return answer;
}

/** Worked out once for each person of a practice: they are asked about many times and never change. */
const answers = new WeakMap<PaperPractice, WeakMap<PaperPerson, ReadonlyMap<string, readonly PaperWay[]>>>();

function workOutWays(person: PaperPerson, practice: PaperPractice): Map<string, PaperWay[]> {
  if (person.isRecovery) return new Map(RECOVERY_CELLS.map((cell) => [cell, [FOR_GOOD]]));
  const direct = new Map<string, PaperWay[]>();
  const give = (cell: string, way: PaperWay) => direct.set(cell, [...(direct.get(cell) ?? []), way]);
  const known = new Map(CELLS.map((cell) => [cell.name, cell]));
  const byTick = new Set<string>();
  for (const cell of CELLS) {
    if (person.isSuperUser && theTickBrings(cell, practice)) {
      byTick.add(cell.name);
      give(cell.name, FOR_GOOD);
    }
    if (person.hasAccessSecurity && cell.viaAccessSecurity === true) give(cell.name, FOR_GOOD);
  }
  const isGivable = (cell: string) => known.has(cell) && known.get(cell)?.category !== 'Super User';
  for (const { role: name, from, until, at } of person.roles) {
    const role = practice.roles.find((one) => one.name === name);
    if (role === undefined) continue;
    const hours = hoursOf(role, practice);
    for (const [cell, ways] of sheetOf(role, practice))
      if (isGivable(cell)) for (const rules of ways) give(cell, { from, until, at, hours, rules });
  }
  if (!practice.isStrict)
    for (const { cell, sign, from, until } of person.marks)
      if (sign === '+' && isGivable(cell)) give(cell, { ...FOR_GOOD, from, until });

  const all = new Map([...direct].map(([cell, ways]) => [cell, [...ways]]));
  for (const [name, bringer] of BRINGING) {
    const brought = direct.get(bringer);
    if (brought !== undefined) all.set(name, [...(all.get(name) ?? []), ...brought]);
  }
  const gone = new Set<string>();
  if (!practice.isStrict)
    for (const mark of person.marks) if (mark.sign === '-' && !byTick.has(mark.cell)) gone.add(mark.cell);
  if (person.isRestricted) for (const cell of CELLS) if (cell.reachesPhi) gone.add(cell.name);
  for (const cell of gone) all.delete(cell);
  // A right whose footing is gone is gone too.
  for (const [footing, name] of BRINGING) if (gone.has(footing)) all.delete(name);
  return all;
}

const moments = new WeakMap<PaperPractice, PaperMoment>();

function momentOf(practice: PaperPractice): PaperMoment {
  const moment = moments.get(practice) ?? paperMoment(practice.nowMs, practice.zone);
  moments.set(practice, moment);
  return moment;
}

/** Everything that holds a way back at this moment and place (S2.62, S2.79, S2.29). */
export function heldBack(way: PaperWay, person: PaperPerson, practice: PaperPractice): string[] {
  const now = momentOf(practice);
  const reasons: string[] = [];
  if (way.from !== null && now.day < way.from) reasons.push('rightNotYet');
  if (way.until !== null && now.day > way.until) reasons.push('rightEnded');
  if (way.at !== null && !placesAbove(person.worksAt, practice).some((place) => way.at?.includes(place)))
    reasons.push('otherLocation');
  if (!way.hours.every((set) => set.some((hours) => isInHours(now, hours)))) reasons.push('outsideHours');
  return reasons;
}

/** The ways that count now. */
export function waysNow(person: PaperPerson, practice: PaperPractice): Map<string, PaperWay[]> {
  const now = new Map<string, PaperWay[]>();
  for (const [cell, ways] of waysGiven(person, practice)) {
    const counting = ways.filter((way) => heldBack(way, person, practice).length === 0);
    if (counting.length > 0) now.set(cell, counting);
  }
  return now;
}

/** The place and what it is part of (S2.75); nobody works anywhere until they say so. */
export function placesAbove(place: string | null, { locations }: PaperPractice): string[] {
  const found: string[] = [];
  let next = place;
  while (next !== null && !found.includes(next)) {
    found.push(next);
    next = locations.find(({ name }) => name === next)?.partOf ?? null;
  }
  return found;
}

/** Hours that run past midnight belong to the day on which they begin. */
export function isInHours(
  { weekday, minute }: Pick<PaperMoment, 'weekday' | 'minute'>,
  { weekday: on, from, until }: PaperHours,
): boolean {
  if (from < until) return weekday === on && minute >= from && minute < until;
  const isNextDay = weekday === (on === 7 ? 1 : on + 1);
  return (weekday === on && minute >= from) || (isNextDay && minute < until);
}
