// Random records, rules about them, days, hours and instants, close enough to each other to meet often.
import type { Draws } from './draws.ts';
import type { PaperDays, PaperHours, PaperPractice, PaperRecord, PaperRule } from './practice.ts';

export const PROVIDERS = ['p1', 'p2', 'p3', 'p4'];
export const LOCATIONS = ['l1', 'l2', 'l3', 'l4', 'l5'];
export const PATIENTS = ['x1', 'x2', 'x3'];
const OWNERS = ['ann', 'bob', 'cyd', 'dan', null];
const LABELS = ['normal', 'mentalHealth', 'substanceUse', 'confidential'];
const KINDS = ['refund', 'payment', 'product'];
const HOUR_MS = 3_600_000;

/** Instants around a usual week and both changes of daylight saving. */
const AROUND = ['2026-11-22T13:00:00Z', '2026-11-01T05:30:00Z', '2026-03-08T06:30:00Z', '2027-01-01T04:30:00Z'];

export function drawInstant(draws: Draws): Pick<PaperPractice, 'nowMs' | 'zone'> {
  const hours = draws.below(draws.one([4, 24 * 8]));
  return {
    nowMs: Date.parse(draws.one(AROUND)) + hours * HOUR_MS - draws.below(2) * 60_000,
    zone: draws.one(['America/New_York', 'America/New_York', 'UTC', 'Asia/Kolkata']),
  };
}

/** Days in and around the instants; each end is there with the given chance. */
export function drawDays(draws: Draws, part: number): PaperDays {
  const days = ['2026-03-08', '2026-10-31', '2026-11-01', '2026-11-23', '2026-11-25', '2026-12-31', '2027-01-01'];
  const [one, other] = [draws.one(days), draws.one(days)].toSorted();
  return {
    from: draws.chance(part / 2) ? (one ?? null) : null,
    until: draws.chance(part / 2) ? (other ?? null) : null,
  };
}

export function drawHours(draws: Draws): PaperHours[] {
  const weekdays = draws.some([1, 2, 3, 4, 5, 6, 7], draws.one([0.3, 0.8]));
  const [from, until] = draws.one([
    [8 * 60, 17 * 60],
    [22 * 60, 6 * 60],
    [0, 0],
    [0, 1_440],
    [60, 180],
    [9 * 60, 12 * 60],
  ] as const);
  return weekdays.map((weekday) => ({ weekday, from, until }));
}

export function drawRules(draws: Draws, cells: readonly string[]): PaperRule[] {
  if (cells.length === 0) return [];
  return [1, 2, 3].slice(0, 1 + draws.below(3)).map(() => ({ cell: draws.one(cells), ...drawRule(draws) }));
}

function drawRule(draws: Draws): Omit<PaperRule, 'cell'> {
  const kind = draws.one(['refund', 'refund', 'refund', 'payment']);
  const order = draws.one(['=', '!=', '<', '<=', '>', '>='] as const);
  const doubtful = draws.below(12);
  // Rules that can never be judged: no such field, no order, another type than the field's, a long text.
  if (doubtful === 0) return { kind, field: 'ghost', sign: '=', constant: 'x' };
  if (doubtful === 1) return { kind, field: 'cents', sign: order, constant: '500' };
  if (doubtful === 2) return { kind: 'refund', field: 'reason', sign: '=', constant: 'cash' };
  if (doubtful === 3) return { kind, field: 'method', sign: '<', constant: 'cash' };
  return draws.one<() => Omit<PaperRule, 'cell'>>([
    () => ({ kind, field: 'cents', sign: order, constant: draws.one([0, 500]) }),
    () => ({ kind, field: 'method', sign: draws.one(['=', '!='] as const), constant: draws.one(['cash', 'card']) }),
    () => ({ kind, field: 'paidDate', sign: order, constant: draws.one(['2026-11-01', '2026-11-02']) }),
    () => ({ kind: 'refund', field: 'isApprovedAlone', sign: '=', constant: draws.chance(0.5) }),
  ])();
}

export function drawRecord(draws: Draws, asker: string): PaperRecord {
  const fields: Record<string, string | number | boolean | null> = {
    cents: draws.one([0, 499, 500, 501, null]),
    method: draws.one(['cash', 'card', 'check', null]),
    paidDate: draws.one(['2026-11-01', '2026-11-02', null]),
    isApprovedAlone: draws.chance(0.5),
    reason: 'cash',
  };
  const missing = draws.one([...Object.keys(fields), '', '', '', '']);
  return {
    kind: draws.one(KINDS),
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== missing)),
    providers: draws.chance(0.3) ? 'none by nature' : draws.some(PROVIDERS, 0.5),
    locations: draws.chance(0.5) ? 'none by nature' : draws.some(LOCATIONS, 0.3),
    patient: draws.chance(0.5) ? draws.one(PATIENTS) : null,
    owner: draws.chance(0.5) ? asker : draws.one(OWNERS),
    opensTo: draws.chance(0.15) ? draws.one([asker, ...OWNERS]) : null,
    labels: draws.some(LABELS, 0.1),
  };
}
