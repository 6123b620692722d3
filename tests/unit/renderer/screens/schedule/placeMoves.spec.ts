import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../../../../renderer/screens/schedule/lanes.ts';
import { type Carried, moveCarried, movePlace } from '../../../../../renderer/screens/schedule/placeMoves.ts';
import type { Appointment } from '../../../../../renderer/screens/schedule/scheduleColumns.ts';
import { overlaps } from '../../../../../shared/schedule/spans.ts';

const SIZE = { columns: 3, slots: 40 };
const HOURS = { from: 480, to: 1_080 };
const appointment = { id: 'one', patientName: 'Archer, Ada' } as Appointment;
const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown');

describe('the keys of the schedule', () => {
  test.prop([fc.array(key, { maxLength: 60 })])('S2.108 never lead out of the grid', (keys) => {
    let place = { column: 1, slot: 5, lane: 0 };
    for (const pressed of keys) {
      place = movePlace(place, pressed, SIZE, () => 2) ?? place;
      expect(place.column).toBeGreaterThanOrEqual(0);
      expect(place.column).toBeLessThan(SIZE.columns);
      expect(place.slot).toBeGreaterThanOrEqual(0);
      expect(place.slot).toBeLessThan(SIZE.slots);
      expect([0, 1]).toContain(place.lane);
    }
  });

  it('S2.108 reach every one of several appointments at the same time before the next column', () => {
    const lanesAt = (column: number) => (column === 0 ? 2 : 1);
    const right = (place: { column: number; slot: number; lane: number }) =>
      movePlace(place, 'ArrowRight', SIZE, lanesAt);
    expect(right({ column: 0, slot: 3, lane: 0 })).toEqual({ column: 0, slot: 3, lane: 1 });
    expect(right({ column: 0, slot: 3, lane: 1 })).toEqual({ column: 1, slot: 3, lane: 0 });
    expect(movePlace({ column: 1, slot: 3, lane: 0 }, 'ArrowLeft', SIZE, lanesAt)).toEqual({
      column: 0,
      slot: 3,
      lane: 1,
    });
    expect(movePlace({ column: 1, slot: 3, lane: 0 }, 'x', SIZE, lanesAt)).toBeNull();
  });

  test.prop([fc.array(fc.tuple(key, fc.boolean()), { maxLength: 80 })])(
    'S2.108 carry an appointment within the shown hours, never shorter than a slot',
    (steps) => {
      let carried: Carried = { appointment, column: 0, from: 605, to: 650 };
      for (const [pressed, isShift] of steps) {
        carried = moveCarried(carried, pressed, isShift, SIZE.columns, HOURS) ?? carried;
        expect(carried.from).toBeGreaterThanOrEqual(HOURS.from);
        expect(carried.to).toBeLessThanOrEqual(HOURS.to);
        expect(carried.to - carried.from).toBeGreaterThanOrEqual(15);
        expect(carried.column).toBeLessThan(SIZE.columns);
      }
    },
  );
});

describe('appointments side by side', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 15 },
  );

  test.prop([spans])('S2.108 two that overlap stand in different lanes of the same number of lanes', (given) => {
    const placed = lanesOf(given);
    expect(placed).toHaveLength(given.length);
    placed.forEach((one, index) => {
      expect(one.lane).toBeLessThan(one.lanes);
      for (const other of placed.slice(index + 1)) {
        if (!overlaps(one, other)) continue;
        expect(one.lane).not.toBe(other.lane);
        expect(one.lanes).toBe(other.lanes);
      }
    });
  });
});
