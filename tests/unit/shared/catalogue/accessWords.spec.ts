// The receipt of a record in words, and the kind of each act (S1.23).
import { describe, expect, it } from 'vitest';
import { accessKindOf } from '../../../../shared/catalogue/accessKinds.ts';
import {
  accessWhen,
  accessWho,
  countWords,
  leftOutWords,
  receiptTotals,
} from '../../../../shared/catalogue/accessWords.ts';
import { PROCEDURES } from '../../../../shared/catalogue/procedures.ts';

const NONE = { actCount: 0, personCount: 0, refusedCount: 0, listCount: 0, isCut: false };
const kindOf = (name: keyof typeof PROCEDURES) => {
  const { audit } = PROCEDURES[name];
  if ('none' in audit) throw new Error(`\`${name}\` is not recorded`);
  return accessKindOf({ dicomCode: null, ...audit });
};

describe('the kinds of act (S1.23)', () => {
  it('S1.23 tell looking from changing, printing, saving and asking', () => {
    expect(kindOf('patient.read')).toBe('viewed');
    expect(kindOf('note.read')).toBe('viewed');
    expect(kindOf('patient.update')).toBe('changed');
    expect(kindOf('note.sign')).toBe('changed');
    expect(kindOf('patient.printCopy')).toBe('printed');
    expect(kindOf('statement.save')).toBe('saved');
    expect(kindOf('patient.printAccesses')).toBe('asked');
    expect(kindOf('access.printDay')).toBe('asked');
  });
});

describe('the words of a receipt (S1.23)', () => {
  it('S1.23 count people and acts', () => {
    expect(receiptTotals(NONE)).toBe('Nobody opened this record in this program.');
    expect(receiptTotals({ ...NONE, actCount: 1, personCount: 1 })).toMatch(/^1 person .*: 1 act\.$/);
    expect(receiptTotals({ ...NONE, actCount: 1204, personCount: 12 })).toMatch(/^12 people .*: 1,204 acts\.$/);
    expect(countWords(0, 'line')).toBe('0 lines');
  });

  it('S1.23 always say that only this program is known, and what was left out where something was', () => {
    expect(leftOutWords(NONE)).toHaveLength(1);
    const words = leftOutWords({ ...NONE, refusedCount: 2, listCount: 1, isCut: true }).join(' ');
    expect(words).toContain('2 tries were refused');
    expect(words).toContain('1 list of many patients was saved or printed');
    expect(words).toContain('choose fewer days');
    expect(words).toContain('ask the practice');
  });

  it('S1.23 say when and as what', () => {
    expect(accessWhen({ firstTime: '09:12', lastTime: '09:12', roles: [] })).toBe('09:12');
    expect(accessWhen({ firstTime: '09:12', lastTime: '11:40', roles: [] })).toBe('09:12 to 11:40');
    expect(accessWho({ firstTime: '', lastTime: '', roles: ['Billing', 'Front desk'] })).toBe('Billing, Front desk');
    expect(accessWho({ firstTime: '', lastTime: '', roles: [] })).toBe('no role');
  });
});
