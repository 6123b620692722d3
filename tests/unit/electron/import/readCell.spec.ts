// Cells of other programs as values: amounts, times, choices, truth values.
import { describe, expect, it } from 'vitest';
import { changedValues } from '../../../../electron/import/changedValues.ts';
import { readCell } from '../../../../electron/import/readCell.ts';
import {
  booleanField,
  centsField,
  choiceField,
  instantField,
  integerField,
  timeOfDayField,
} from '../../../../shared/catalogue/records/field.ts';
import { patient } from '../../../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../../../shared/catalogue/records/recordType.ts';

const ZONE = 'America/New_York';
const read = (field: Parameters<typeof readCell>[0], cell: string, words?: Record<string, string>) => {
  const found = readCell(field, cell, ZONE, words);
  return 'value' in found ? found.value : found.trouble;
};

describe('readCell', () => {
  const cents = centsField('Amount', { minCents: 0, maxCents: 100_000_00 });
  it.each([
    ['12.50', 1_250],
    ['$1,234.5', 123_450],
    ['7', 700],
    ['12.345', 'is not an amount in dollars and whole cents, such as 125.50'],
    ['1,23', 'is not an amount in dollars and whole cents, such as 125.50'],
    ['', 'must be filled in'],
  ])('reads the amount %j as %j', (cell, value) => {
    expect(read(cents, cell)).toBe(value);
  });

  const instant = instantField('Starts');
  it.each([
    ['2023-01-27T16:17:47Z', Date.UTC(2023, 0, 27, 16, 17, 47)],
    ['2023-01-27T11:17:47-05:00', Date.UTC(2023, 0, 27, 16, 17, 47)],
    ['2023-01-27 11:17', Date.UTC(2023, 0, 27, 16, 17)],
    ['1/27/2023 1:05 PM', Date.UTC(2023, 0, 27, 18, 5)],
    ['1/27/2023 12:05 am', Date.UTC(2023, 0, 27, 5, 5)],
    ['2023-03-12 02:30', 'lies in the hour that the clocks skip that day'],
    ['2023-02-30T10:00:00Z', 'is a day that does not exist'],
    ['soon', 'is not a time; write it as 2014-10-06T09:30:00Z or 10/6/2014 9:30 AM'],
    ['1/27/2023 13:05 PM', 'is not a time; write it as 2014-10-06T09:30:00Z or 10/6/2014 9:30 AM'],
  ])('reads the time %j as %j', (cell, value) => {
    expect(read(instant, cell)).toBe(value);
  });

  const choice = choiceField('State', { draft: 'Draft', noShow: 'No-show' });
  it.each([
    ['draft', 'draft'],
    ['NO SHOW', 'noShow'],
    ['', 'draft'],
    ['Billed', 'noShow'],
    ['other', 'is not one of: Draft, No-show'],
  ])('reads the word %j as %j', (cell, value) => {
    expect(read(choice, cell, { billed: 'noShow' })).toBe(value);
  });

  it.each([
    ['yes', true],
    ['F', 'is neither yes nor no'],
    ['false', false],
    ['0', false],
    ['', true],
  ])('reads the tick %j as %j', (cell, value) => {
    expect(read(booleanField('In use'), cell)).toBe(value);
  });

  it('reads whole numbers within their range, and times of day', () => {
    expect(read(integerField('Stars', { min: 1, max: 5 }), '4')).toBe(4);
    expect(read(integerField('Stars', { min: 1, max: 5 }), '4.5')).toBe('is not a whole number');
    expect(typeof read(integerField('Stars', { min: 1, max: 5 }), '9')).toBe('string');
    expect(read(timeOfDayField('Opens'), '8:30')).toBe('08:30');
  });
});

describe('changedValues', () => {
  const type = patient as unknown as RecordType;
  const before = { lastName: 'Stone', city: 'Boston', ssn: '999175017', providerIds: ['a'], isActive: true };
  const changes = (given: Parameters<typeof changedValues>[2], hidden: Parameters<typeof changedValues>[3] = []) =>
    changedValues(type, before, given, hidden, () => undefined);

  it('takes what differs, and nothing from empty cells', () => {
    expect(changes({ lastName: 'Stone', city: 'Salem', ssn: '', providerIds: [] })).toEqual({ city: 'Salem' });
  });

  it('adds links and takes none away', () => {
    expect(changes({ providerIds: ['b'] })).toEqual({ providerIds: ['a', 'b'] });
    expect(changes({ providerIds: ['a'] })).toEqual({});
  });

  it('S2.60 leaves a hidden field alone', () => {
    expect(changes({ ssn: '111223333' })).toEqual({ ssn: '111223333' });
    expect(changes({ ssn: '111223333' }, ['ssn'])).toEqual({});
  });
});
