import { describe, expect, it } from 'vitest';
import { columnMoved } from '../../../../../renderer/components/grid/columnMoved.ts';

const COLUMNS = ['name', 'role', 'status', 'created'] as const;

describe('moving a column', () => {
  it.each([
    ['one place to the right', 'name', 'role', 'role name status created'],
    ['one place to the left', 'status', 'role', 'name status role created'],
    ['over several to the end', 'name', 'created', 'role status created name'],
    ['over several to the front', 'created', 'name', 'created name role status'],
    ['onto itself', 'role', 'role', 'name role status created'],
    ['that is not there', 'locked', 'name', 'name role status created'],
    ['to a place that is not there', 'name', 'locked', 'name role status created'],
  ])('%s', (_where, columnId, toColumnId, order) => {
    expect(columnMoved(COLUMNS, columnId, toColumnId).join(' ')).toBe(order);
  });
});
