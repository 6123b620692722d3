// The named theorems about what a change of rights gives, over dates, hours, places and conditions (P5).
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import {
  type GrantTerms,
  isWithinHours,
  type Moment,
  UNLIMITED,
  withheldBy,
} from '../../../shared/authorization/grantTerms.ts';
import { covers, gainedPermissions } from '../../../shared/authorization/rightWays.ts';
import { type Conjunction, isNarrower, meets } from '../../../shared/authorization/rowCondition.ts';
import { ALL_ROWS } from '../../../shared/authorization/scope.ts';
import {
  alternatives,
  condition,
  DAYS,
  hours,
  limitedRights,
  moment,
  PLACES,
  right,
  row,
  someWindow,
  terms,
} from './arbitraryTerms.ts';
import { isOpen, withRole } from './limitedFacts.ts';

describe('what a change gives', () => {
  const change = fc.record({
    pick: fc.nat(),
    more: terms,
    windows: hours,
    id: right,
    ways: alternatives,
    what: fc.constantFrom('terms', 'hours', 'conditions', 'permission', 'untick', 'role'),
  });

  test.prop(
    [limitedRights, limitedRights, change, fc.array(fc.tuple(right, moment, row), { minLength: 20, maxLength: 20 })],
    { numRuns: 300 },
  )(
    'nobodyGrantsWhatTheyLack: where nothing is gained, no moment, place and row is newly open (P5)',
    (before, other, { pick, more, windows, id, ways, what }, samples) => {
      const after: Record<typeof what, RightsOfUser> = {
        terms: withRole(before, pick, (role) => ({ ...role, terms: more })),
        hours: withRole(before, pick, (role) => ({ ...role, hours: windows })),
        conditions: withRole(before, pick, (role) => ({
          ...role,
          conditions: new Map([...(role.conditions ?? []), [id, ways]]),
        })),
        permission: withRole(before, pick, (role) => ({
          ...role,
          permissions: [...new Set([...role.permissions, id])],
        })),
        untick: { ...before, exceptions: before.exceptions.filter(({ permission }) => permission !== id) },
        role: { ...before, roles: other.roles },
      };
      const gained = gainedPermissions(before, after[what]);
      for (const [wanted, now, aim] of samples) {
        const isNew = isOpen(wanted, after[what], ALL_ROWS, now, aim) && !isOpen(wanted, before, ALL_ROWS, now, aim);
        if (gained.length === 0) expect(isNew, `${wanted} on ${now.day}`).toBe(false);
      }
    },
  );

  const oneCondition = condition.map((one): Conjunction => [one]);
  const way = fc.record({
    terms,
    hours: fc.array(fc.array(someWindow, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    conditions: fc.option(oneCondition),
  });

  test.prop([way, way, fc.nat()], { numRuns: 300 })(
    'covers: one way covers another exactly where it is open whenever the other is, on every day, minute, place and value (P5)',
    (outer, other, pick) => {
      // Half of the time ways that differ in one thing, or they would hardly ever cover each other.
      const inner =
        pick % 2 === 0
          ? other
          : {
              ...outer,
              ...[{ terms: other.terms }, { hours: other.hours }, { conditions: other.conditions }][pick % 3],
            };
      const [wide, narrow] = [outer, inner].map((one) => ({ ...one, conditions: one.conditions ?? [] }));
      if (wide === undefined || narrow === undefined) return;
      const days = DAYS.map((day) => [narrow, wide].map(({ terms: of }) => isDayOpen(of, day)));
      const places = [...PLACES, 'elsewhere'].map((id) =>
        [narrow, wide].map(({ terms: of }) => of.locationIds === null || of.locationIds.includes(id)),
      );
      const minutes = everyMinute().map((now) =>
        [narrow, wide].map((one) => withheldBy(UNLIMITED, one.hours, now) === null),
      );
      const values = everyRow().map((aim) =>
        [narrow, wide].map((one) => one.conditions.every((each) => meets(aim, each))),
      );
      const factors = [days, places, minutes, values];
      const isEmpty = factors.some((points) => points.every(([isIn]) => isIn !== true));
      const isInside = factors.every((points) => points.every(([isIn, isOut]) => isIn !== true || isOut === true));
      const isEndless = narrow.terms.validFrom === null || narrow.terms.validUntil === null;
      if (covers(wide, narrow)) expect(isInside).toBe(true);
      // Days beyond those walked through would have to be counted as well, and of nothing everything may be said.
      else if (!isEmpty && !isEndless) expect(isInside).toBe(false);
    },
  );

  test.prop([condition, condition, row])(
    'isNarrower: what meets the narrow condition meets the wide one (S2.63)',
    (narrow, wide, aim) => {
      if (isNarrower(narrow, wide) && meets(aim, narrow)) expect(meets(aim, wide)).toBe(true);
    },
  );

  const sets = fc.array(fc.array(someWindow, { minLength: 1, maxLength: 4 }), { maxLength: 2 });
  test.prop([sets, sets])(
    'isWithinHours: exactly where no minute of the week lies in the one and not in the other (S2.62, S2.64)',
    (inner, outer) => {
      const isIn = (hoursSets: typeof inner, now: Moment) => withheldBy(UNLIMITED, hoursSets, now) === null;
      expect(isWithinHours(inner, outer)).toBe(everyMinute().every((now) => !isIn(inner, now) || isIn(outer, now)));
    },
  );
});

function isDayOpen(given: GrantTerms, day: string): boolean {
  return withheldBy({ ...given, locationIds: null }, [], { day, weekday: 1, minuteOfDay: 0, locationIds: [] }) === null;
}

/** Every minute at which a window of the tests can begin or end, and the one before. */
function everyMinute(): readonly Moment[] {
  const minutes = [0, 359, 360, 479, 480, 719, 720, 1_019, 1_020, 1_319, 1_320, 1_438, 1_439];
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    minutes.map((minuteOfDay) => ({ day: DAYS[0], weekday, minuteOfDay, locationIds: [] })),
  );
}

function everyRow() {
  const amounts = [498, 499, 499.5, 500, 500.5, 501, 502, null];
  return amounts.flatMap((cents) =>
    ['card', 'cash', 'check', null].flatMap((method) =>
      ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-22x', 'b', 'card', 'carda', 'cash', 'z', null].map(
        (paidDate) => ({
          type: 'refund',
          values: { cents, method, paidDate },
        }),
      ),
    ),
  );
}
