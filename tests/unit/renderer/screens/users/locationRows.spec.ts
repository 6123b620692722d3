import { describe, expect, it } from 'vitest';
import { hasSeveralLocations, locationRows } from '../../../../../renderer/screens/users/locationRows.ts';

const place = (locationId: string, parentId: string | null = null, isInUse = true) => ({
  locationId,
  name: locationId.toUpperCase(),
  parentId,
  isInUse,
});
const TREE = [place('coast'), place('north', 'coast'), place('room', 'north'), place('old', null, false)];

describe('S2.75 locations as a tree', () => {
  it('stand below what they are part of, and come with what is chosen above them', () => {
    const rows = locationRows(TREE, ['coast']);
    expect(rows.map(({ locationId, depth, comesWith }) => [locationId, depth, comesWith])).toEqual([
      ['coast', 0, null],
      ['north', 1, 'COAST'],
      ['room', 2, 'COAST'],
    ]);
    expect(rows[0]).toMatchObject({ isChosen: true, belowCount: 2 });
  });

  it('show what is no longer in use only while it is chosen', () => {
    expect(locationRows(TREE, ['old']).at(-1)).toMatchObject({ locationId: 'old', isChosen: true });
    expect(locationRows(TREE, []).some(({ locationId }) => locationId === 'old')).toBe(false);
  });

  it('stand at the top when their parent is not there', () => {
    expect(locationRows([place('lost', 'gone')], [])).toMatchObject([{ locationId: 'lost', depth: 0 }]);
  });

  it('mean nothing as long as there is one', () => {
    expect(hasSeveralLocations([place('one'), place('old', null, false)])).toBe(false);
    expect(hasSeveralLocations(TREE)).toBe(true);
  });
});
