// The small rules of importing: names, columns, separators, cells.
import { describe, expect, it } from 'vitest';
import { importFields } from '../../../electron/import/importFields.ts';
import { suggestMapping } from '../../../electron/import/mapping.ts';
import { readCell } from '../../../electron/import/readCell.ts';
import { guessDelimiter } from '../../../electron/import/readRecords.ts';
import { splitName } from '../../../electron/import/splitName.ts';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';

const ZONE = 'America/New_York';

const fieldsOf = (name: string) => importFields(typeOf(name));

function typeOf(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error('no such type');
  return type;
}

const rule = (name: string) => {
  const field = patient.fields[name as keyof typeof patient.fields];
  return (cell: string) => {
    const read = readCell(field, cell, ZONE);
    return 'value' in read ? read.value : null;
  };
};

describe('splitName', () => {
  it.each([
    ['Patel, Ria', 'Patel', 'Ria'],
    ['Ria Patel', 'Patel', 'Ria'],
    ['Ann Mary Stone', 'Stone', 'Ann Mary'],
    ['Cher', 'Cher', ''],
    ['Lee,', 'Lee', ''],
  ])('takes "%s" for last name %s and first name %s', (name, lastName, firstName) => {
    expect(splitName(name)).toEqual({ lastName, firstName });
  });
});

describe('suggestMapping', () => {
  it('S2.107 knows the columns of the Synthea files and ignores case and signs', () => {
    const headers = ['Id', 'Birth Date', 'FIRST', 'last_name', 'SSN', 'ZIP', 'LAT'];
    const columns = Object.entries(suggestMapping(fieldsOf('patient'), headers)).map(([field, source]) => [
      field,
      source.from === 'column' ? source.column : null,
    ]);
    expect(Object.fromEntries(columns)).toEqual({
      externalId: 0,
      birthDate: 1,
      firstName: 2,
      lastName: 3,
      ssn: 4,
      zip: 5,
    });
  });

  it('fills no two fields from one column', () => {
    const columns = Object.values(suggestMapping(fieldsOf('provider'), ['Id', 'NAME', 'NAME', 'LAST'])).map((source) =>
      source.from === 'column' ? source.column : null,
    );
    expect(new Set(columns).size).toBe(columns.length);
  });
});

describe('guessDelimiter', () => {
  it.each([
    ['a,b,c\n1;2;3', ','],
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"a,b,c,d";e;f', ';'],
    ['one', ','],
  ])('reads the separator of %j from the header alone', (text, delimiter) => {
    expect(guessDelimiter(Buffer.from(text))).toBe(delimiter);
  });
});

describe('the rules of the cells', () => {
  it.each([
    ['2014-10-06', '2014-10-06'],
    ['10/6/2014', '2014-10-06'],
    [' 02/29/2000 ', '2000-02-29'],
    ['02/29/1900', null],
    ['2014-13-01', null],
    ['06.10.2014', null],
    ['1799-01-01', null],
    ['', null],
    ['2014-10-06T03:30:00Z', '2014-10-05'],
  ])('reads the birth date %j as %j', (cell, stored) => {
    expect(rule('birthDate')(cell)).toBe(stored);
  });

  it.each([
    ['999-17-5017', '999175017'],
    ['999175017', '999175017'],
    ['99917-5017', null],
    ['12345678', null],
    ['', ''],
  ])('stores the Social Security number %j as %j', (cell, stored) => {
    expect(rule('ssn')(cell)).toBe(stored);
  });
});
