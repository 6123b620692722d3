// What one role gives, written from the feature list alone: its line of parents, what is crossed out, policies and rules.
import { BRINGING, isBroughtBy } from './paperCells.ts';
import type { PaperHours, PaperPractice, PaperRole, PaperRule } from './practice.ts';

/** For each cell the lists of rules under which it is given; an empty list gives it whole. */
type Sheet = ReadonlyMap<string, readonly (readonly PaperRule[])[]>;
type OpenSheet = Map<string, readonly (readonly PaperRule[])[]>;

/** A role, its parent and its parent's parent (S2.64). */
const MOST_IN_LINE = 3;

/** The role and the parents it takes rights from, the role first. Null where a parent is not there, the line comes back to
 *  itself or is too long: what such a role gives nobody can say, so it gives nothing. */
export function lineOf(role: PaperRole, { roles }: PaperPractice): readonly PaperRole[] | null {
  const line = [role];
  for (let above = role.parent; above !== null; ) {
    const parent = roles.find(({ name }) => name === above);
    if (parent === undefined || line.includes(parent)) return null;
    line.push(parent);
    above = parent.parent;
  }
  return line.length > MOST_IN_LINE ? null : line;
}

/** S2.64, S4.01, S4.06: from the highest parent down, what came from above without what is crossed out, then one's own
 *  cells, all of it under one's own rules, and last the policies stacked on it, each under the rules of its own. */
export function sheetOf(role: PaperRole, practice: PaperPractice): Sheet {
  const sheets = known.get(practice) ?? new Map<PaperRole, Sheet>();
  known.set(practice, sheets);
  const sheet = sheets.get(role) ?? workOutSheet(role, practice);
  sheets.set(role, sheet);
  return sheet;
}

/** Worked out once for each role of a practice. */
const known = new WeakMap<PaperPractice, Map<PaperRole, Sheet>>();

function workOutSheet(role: PaperRole, practice: PaperPractice): Sheet {
  const line = lineOf(role, practice) ?? [];
  let sheet: OpenSheet = new Map();
  for (const one of line.toReversed()) {
    if (one.parent !== null) sheet = crossedOut(withBrought(sheet), one.crossed);
    for (const cell of one.cells) add(sheet, cell, []);
    for (const [cell, ways] of sheet)
      sheet.set(
        cell,
        ways.map((rules) => [...rules, ...rulesOn(cell, one)]),
      );
    for (const name of one.policies) {
      const policy = practice.roles.find((other) => other.name === name);
      for (const cell of policy?.cells ?? []) add(sheet, cell, policy === undefined ? [] : rulesOn(cell, policy));
    }
  }
  return sheet;
}

/** S2.62, S2.64: the hours of the role and those of every parent; all of them are to be kept. */
export function hoursOf(role: PaperRole, practice: PaperPractice): readonly (readonly PaperHours[])[] {
  const line = lineOf(role, practice) ?? [];
  return line.map(({ hours }) => hours).filter((hours) => hours.length > 0);
}

/** S2.63: a rule on View binds Edit too, which is nothing without View. */
function rulesOn(cell: string, { rules }: PaperRole): readonly PaperRule[] {
  return rules.filter((rule) => rule.cell === cell || isBroughtBy(rule.cell, cell));
}

/** Whoever is given Edit has View, and keeps it where Edit alone is crossed out (S5.07). */
function withBrought(sheet: Sheet): OpenSheet {
  const all: OpenSheet = new Map(sheet);
  for (const [cell, bringer] of BRINGING) for (const rules of sheet.get(bringer) ?? []) add(all, cell, rules);
  return all;
}

/** With View crossed out, Edit is nothing. */
function crossedOut(sheet: Sheet, crossed: readonly string[]): OpenSheet {
  const left: OpenSheet = new Map(sheet);
  for (const gone of crossed) {
    left.delete(gone);
    for (const [footing, cell] of BRINGING) if (footing === gone) left.delete(cell);
  }
  return left;
}

function add(sheet: OpenSheet, cell: string, rules: readonly PaperRule[]): void {
  sheet.set(cell, [...(sheet.get(cell) ?? []), rules]);
}
