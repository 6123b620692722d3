// Wall-clock time of a time zone and instants, both ways, with the hours that daylight saving skips and repeats.
import { addDays } from './days.ts';

/** A reading of the office's clock: a calendar day and the whole minutes since its midnight. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** 0 to 1439. */
  readonly minute: number;
}

export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** What the clock of `zone` (an IANA name) shows at a UTC epoch time in milliseconds. Throws RangeError for no zone. */
export function localOf(atMs: number, zone: string): LocalTime {
  const wallMs = wallMsOf(atMs, zone);
  const day = new Date(wallMs).toISOString().slice(0, 10);
  return { day, minute: Math.floor((wallMs - Date.parse(day)) / MINUTE_MS) };
}

/** Every instant at which the clock of `zone` shows `local`, in order: one as a rule, none in an hour that is skipped
 *  when daylight saving begins, two in an hour that is repeated when it ends.
 *  Source: ISO 8601 has no name for either; java.time calls them gap and overlap (ZoneRules.getValidOffsets). */
export function instantsOf({ day, minute }: LocalTime, zone: string): readonly number[] {
  const wallMs = Date.parse(day) + minute * MINUTE_MS;
  // No zone is further than 14 hours from UTC, so a change around this reading lies between these two.
  const offsets = [wallMs - DAY_MS, wallMs + DAY_MS].map((atMs) => wallMsOf(atMs, zone) - atMs);
  const found = [...new Set(offsets)].map((offsetMs) => wallMs - offsetMs);
  return found.filter((atMs) => wallMsOf(atMs, zone) === wallMs).sort((one, other) => one - other);
}

/** The first instant of a calendar day in `zone`, also where the clock skips midnight or the whole day. */
export function startOfDay(day: string, zone: string): number {
  for (let minute = 0; minute < DAY_MINUTES; minute += 15) {
    const [first] = instantsOf({ day, minute }, zone);
    if (first !== undefined) return first;
  }
  return startOfDay(addDays(day, 1), zone);
}

/** The wall clock's reading as if it were UTC. */
function wallMsOf(atMs: number, zone: string): number {
  const values = new Map(
    clockOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => values.get(type) ?? 0;
  // By setUTCFullYear, since Date.UTC takes the years 0 to 99 for those of the last century.
  const whole = new Date(0);
  whole.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  return whole.setUTCHours(part('hour'), part('minute'), part('second'), ((atMs % 1_000) + 1_000) % 1_000);
}

/** Building one takes a hundred times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
