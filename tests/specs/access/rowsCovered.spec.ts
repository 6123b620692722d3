// Every row of the groups B, C and D of the features has an access case, or a reason why it cannot have one.
import { describe, expect, it } from 'vitest';
import { CASES } from './cases.ts';

/** Roles and policies. */
const GROUP_B = [
  ...['S1.01', 'S1.02', 'S2.16', 'S2.17', 'S2.18', 'S2.19', 'S2.20', 'S2.21', 'S2.22', 'S2.23', 'S2.24', 'S2.26'],
  ...['S2.30', 'S2.31', 'S2.64', 'S3.02', 'S3.03', 'S4.01', 'S4.02', 'S4.06', 'S4.07', 'S1.05', 'S1.06', 'S1.18'],
  ...['S1.27', 'S1.28'],
];
/** Permissions by feature, field, data, action, time and condition. */
const GROUP_C = [
  ...['S1.03', 'S5.07', 'S5.08', 'S5.09', 'S5.11', 'S5.12', 'S2.25', 'S2.27', 'S2.58', 'S2.60', 'S2.62', 'S2.63'],
  ...['S4.03', 'S4.04', 'S4.05', 'S4.08', 'S4.09', 'S4.12', 'S4.13', 'S1.09', 'S3.11', 'S3.14'],
];
/** Providers, patients and locations. */
const GROUP_D = ['S5.13', 'S5.14', 'S2.59', 'S2.28', 'S2.29', 'S2.14', 'S2.106', 'S2.75', 'S1.23'];

/** Rows about which no single call can be decided, and what proves them instead. */
const WITHOUT_CASE: Readonly<Record<string, string>> = {
  'S1.27': 'answers questions in the product help; nothing is decided',
  'S1.28': 'no access for vendors exists: there is no such kind of login to ask for anything',
  'S2.58': 'the map of features only hides controls; what it hides is refused by the cases of each call all the same',
  'S4.04': 'folders of the tree of rights group what is shown; the judge knows no folders',
  'S3.14': 'a rule of the whole practice that would stop every other case; tests/specs/flows/accessReasons.spec.ts',
};

const idsIn = (sentence: string): readonly string[] => sentence.match(/\b(?:S\d\.\d+|[CNP]\d+)\b/g) ?? [];

describe('the access cases', () => {
  const covered = new Set(CASES.flatMap(({ sentence }) => idsIn(sentence)));

  it.each([...GROUP_B, ...GROUP_C, ...GROUP_D])('%s has a case, or cannot have one', (row) => {
    expect(covered.has(row), row).toBe(!(row in WITHOUT_CASE));
  });

  it('cover each new row of limits more than once, with permits and denials', () => {
    for (const row of ['S2.28', 'S2.29', 'S2.59', 'S2.62', 'S2.63', 'S2.75', 'S2.79', 'S2.106', 'S1.23', 'S4.07']) {
      const about = CASES.filter(({ sentence }) => idsIn(sentence).includes(row));
      expect(
        about.some(({ answer }) => answer === 'ok'),
        row,
      ).toBe(true);
      expect(
        about.some(({ answer }) => answer !== 'ok'),
        row,
      ).toBe(true);
    }
  });

  it('number over five hundred and fifty', () => {
    expect(CASES.length).toBeGreaterThan(550);
  });
});
