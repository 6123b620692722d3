// Keys of the grid.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { moveInGrid } from '../../../../../renderer/components/grid/gridMoves.ts';

const LIMITS = { rowCount: 100, columnCount: 5, rowsPerScreen: 10 };
const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];

describe('a key in a grid', () => {
  it('goes to the ends with Ctrl and stays in the row without', () => {
    const from = { row: 50, column: 2 };
    expect(moveInGrid(from, { key: 'End', isCtrl: true }, LIMITS)).toEqual({ row: 99, column: 4 });
    expect(moveInGrid(from, { key: 'Home', isCtrl: true }, LIMITS)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid(from, { key: 'End', isCtrl: false }, LIMITS)).toEqual({ row: 50, column: 4 });
  });

  it('reaches the head row by one step up from the first', () => {
    expect(moveInGrid({ row: 0, column: 1 }, { key: 'ArrowUp', isCtrl: false }, LIMITS)?.row).toBe(-1);
  });

  it('that does not move is left to others', () => {
    expect(moveInGrid({ row: 0, column: 0 }, { key: 'x', isCtrl: false }, LIMITS)).toBeNull();
  });

  test.prop([
    fc.nat(300),
    fc.integer({ min: 1, max: 9 }),
    fc.array(fc.record({ key: fc.constantFrom(...KEYS), isCtrl: fc.boolean() }), { maxLength: 30 }),
  ])('never leaves the grid', (rowCount, columnCount, pressed) => {
    let at = { row: -1, column: 0 };
    for (const key of pressed) at = moveInGrid(at, key, { rowCount, columnCount, rowsPerScreen: 8 }) ?? at;
    expect(at.row).toBeGreaterThanOrEqual(-1);
    expect(at.row).toBeLessThan(Math.max(rowCount, 0));
    expect(at.column).toBeGreaterThanOrEqual(0);
    expect(at.column).toBeLessThan(columnCount);
  });
});
