// A second judge of every request, written from the feature list alone, row by row and cell by cell. It shares no
// function with the product and lists every objection there is instead of stopping at the first.
import { DATA_AREAS } from '../../../../shared/catalogue/dataAreas.ts';
import { PERMISSIONS, type PermissionEntry } from '../../../../shared/catalogue/permissions.ts';
import type { PaperPerson, PaperPractice, PaperRecord, PaperRequest } from './practice.ts';

/** Every cell there is, with its flags. */
const CELLS = Object.entries(PERMISSIONS).map(([name, entry]: [string, PermissionEntry]) => ({ name, ...entry }));

/** Rows of a label need a right of their own (S3.11), fields of a mask too (S2.60). */
const LABEL_CELLS: readonly (readonly [label: string, cell: string])[] = [
  ['mentalHealth', 'note:readMentalHealth'],
  ['substanceUse', 'note:readSubstanceUse'],
  ['confidential', 'patient:readConfidential'],
];
const MASK_CELLS: readonly (readonly [mask: string, cell: string])[] = [
  ['ssn', 'patient:readSsn'],
  ['insurance', 'patient:readInsurance'],
  ['phone', 'patient:readPhone'],
];
/** What the paper code opens (S2.100): finding Super Users and a new code for them. */
const RECOVERY_CELLS = ['user:read', 'user:resetPassword'];
/** Where one's own rows are enough (S2.27). */
const OWN_AREAS = ['note', 'call', 'timeClock'];

/** S5.07: "View is implied by Edit, Edit by Delete; Export is never implied"; adding stands below editing, and whoever
 *  exports or approves sees what that is. */
function isBroughtBy(cell: string, bringer: string): boolean {
  const [area, verb = ''] = cell.split(':');
  const [otherArea, otherVerb = ''] = bringer.split(':');
  if (area === undefined || area !== otherArea || !(area in DATA_AREAS)) return false;
  for (const suffix of ['', 'Own']) {
    const ladder = ['read', 'create', 'update', 'delete'].map((step) => step + suffix);
    const low = ladder.indexOf(verb);
    const high = ladder.indexOf(otherVerb);
    if (low !== -1 && high !== -1 && low < high) return true;
  }
  return verb === 'read' && (otherVerb === 'export' || otherVerb === 'approve');
}

/** Every pair of a cell and one that brings it; whole, so that one pass over it is enough. */
const BRINGING: readonly (readonly [cell: string, by: string])[] = CELLS.flatMap(({ name }) =>
  CELLS.filter((by) => isBroughtBy(name, by.name)).map((by) => [name, by.name] as const),
);

/** C4: all of it in the checkbox model, security alone with strict roles; S3.11: some classes never. */
function theTickBrings(cell: (typeof CELLS)[number], practice: PaperPractice): boolean {
  if (cell.onlyByRoleOrTick === true) return false;
  return !practice.isStrict || cell.category === 'Security' || cell.category === 'Super User';
}

/** The cells a person holds: step one the union (S4.06), step two what subtracts (C5). Those of the category Super User
 *  come with the tick alone (S5.08, S5.09). */
export function cellsOf(person: PaperPerson, practice: PaperPractice): Set<string> {
  if (person.isRecovery) return new Set(RECOVERY_CELLS);
  const union = new Set<string>();
  const byTick = new Set<string>();
  for (const cell of CELLS) {
    if (person.isSuperUser && theTickBrings(cell, practice)) byTick.add(cell.name);
    if (person.hasAccessSecurity && cell.viaAccessSecurity === true) union.add(cell.name);
    if (cell.category === 'Super User') continue;
    for (const role of practice.roles)
      for (const name of person.roles) if (role.name === name && role.cells.includes(cell.name)) union.add(cell.name);
    if (practice.isStrict) continue;
    for (const mark of person.marks) if (mark.sign === '+' && mark.cell === cell.name) union.add(cell.name);
  }
  for (const cell of byTick) union.add(cell);
  for (const [name, bringer] of BRINGING) if (union.has(bringer)) union.add(name);

  const held = new Set(union);
  if (!practice.isStrict)
    for (const mark of person.marks) if (mark.sign === '-' && !byTick.has(mark.cell)) held.delete(mark.cell);
  if (person.isRestricted) for (const cell of CELLS) if (cell.reachesPhi) held.delete(cell.name);
  // A right whose footing is gone is gone too.
  for (const [footing, name] of BRINGING) if (!held.has(footing)) held.delete(name);
  return held;
}

/** What of the practice's rows and fields somebody with these cells is shown. */
export interface PaperReach {
  readonly providers: 'everybody' | readonly string[];
  readonly onlyOf: string | null;
  readonly hiddenLabels: readonly string[];
  readonly hiddenMasks: readonly string[];
}

export function reachOf(person: PaperPerson, held: ReadonlySet<string>, onlyOf: string | null): PaperReach {
  const hiddenLabels: string[] = [];
  for (const [label, cell] of LABEL_CELLS) if (!held.has(cell)) hiddenLabels.push(label);
  const hiddenMasks: string[] = [];
  for (const [mask, cell] of MASK_CELLS) if (!held.has(cell)) hiddenMasks.push(mask);
  return { providers: person.isSuperUser ? 'everybody' : person.sees, onlyOf, hiddenLabels, hiddenMasks };
}

/** S5.13, S5.14, S2.27, S3.11: is this one record shown? */
function isShown(record: PaperRecord, reach: PaperReach): boolean {
  for (const label of record.labels) if (reach.hiddenLabels.includes(label)) return false;
  if (reach.onlyOf !== null && record.owner !== reach.onlyOf) return false;
  if (record.providers === 'none by nature' || reach.providers === 'everybody') return true;
  for (const provider of record.providers) for (const seen of reach.providers) if (seen === provider) return true;
  return false;
}

export interface Verdict {
  /** Everything that stands against the request; none: it is permitted. */
  readonly objections: ReadonlySet<string>;
  readonly reach: PaperReach;
}

/** Judges one request. */
export function judge(practice: PaperPractice, request: PaperRequest): Verdict {
  const { asker, cell, aim } = request;
  const objections = new Set<string>();
  const held = cellsOf(asker, practice);
  let onlyOf: string | null = null;

  if (asker.state !== 'active') objections.add('accountNotActive');
  if (asker.isLockedOut) objections.add('lockedOut');
  if (practice.isUnderReview && !asker.isSuperUser && !asker.isRecovery) objections.add('reviewMode');
  if (cell !== null) {
    const about = CELLS.find(({ name }) => name === cell);
    const reachesPhi = about === undefined || about.reachesPhi;
    if (!practice.isSetUp && reachesPhi) objections.add('setupUnfinished');
    if (asker.isRestricted && reachesPhi) objections.add('phiRestricted');
    if (asker.isRecovery && !RECOVERY_CELLS.includes(cell)) objections.add('recoverySession');
    if (!held.has(cell)) {
      const [area = ''] = cell.split(':');
      if (OWN_AREAS.includes(area) && held.has(`${cell}Own`)) onlyOf = asker.name;
      else objections.add('noRight');
    }
    if (request.wantsPassword && !request.gavePassword) objections.add('stepUpRequired');
  }

  const reach = reachOf(asker, held, onlyOf);
  if (aim.kind === 'gone') objections.add('notFound');
  if (aim.kind === 'record' && !isShown(aim.record, reach)) objections.add('outOfScope');
  if (request.recordAfter !== null && !isShown(request.recordAfter, reach)) objections.add('leavesScope');
  if (aim.kind === 'person' && aim.person.isSuperUser && !aim.isLook && !asker.isSuperUser && !asker.isRecovery)
    objections.add('targetIsSuperUser');
  objectToChange(practice, request, held, objections);
  return { objections, reach };
}

/** P5, S5.08, S5.09: nobody grants what they lack, nobody widens themselves, one Super User stays. */
function objectToChange(
  practice: PaperPractice,
  { asker, change }: PaperRequest,
  held: ReadonlySet<string>,
  objections: Set<string>,
): void {
  if (change === null) return;
  const { before, after } = change;
  if (leavesNoSuperUser(practice, change)) objections.add('lastSuperUser');
  const isLifted = before?.isRestricted === true && !after.isRestricted;
  const isOneself = before?.name === asker.name;
  // A restriction its bearer could lift would be none: Super Users may carry it (C4), so it binds them.
  if (isOneself && isLifted) objections.add('ownRights');
  if (asker.isSuperUser) return;
  if (asker.isRecovery) {
    if (before?.isSuperUser !== true) objections.add('recoverySession');
    return;
  }
  const had = before === null ? new Set<string>() : cellsOf(before, practice);
  const given: string[] = [];
  for (const cell of cellsOf(after, practice)) if (!had.has(cell)) given.push(cell);
  for (const cell of given) {
    if (!held.has(cell)) objections.add('givesWhatTheyLack');
    if (CELLS.find(({ name }) => name === cell)?.onlySuperUserGives === true) objections.add('onlySuperUserGives');
  }
  const opened = openedProviders(before, after);
  // A limit is given as a whole: where it opens anything, all of it must be the giver's.
  const wholeLimit = opened === 'everybody' || after.sees === 'everybody' ? 'everybody' : after.sees;
  if (
    opened.length > 0 &&
    (wholeLimit === 'everybody' ? asker.sees !== wholeLimit : wholeLimit.some((one) => !isSeenBy(one, asker)))
  )
    objections.add('widensScope');
  if (isOneself && (given.length > 0 || opened.length > 0)) objections.add('ownRights');
}

export function leavesNoSuperUser(practice: PaperPractice, change: NonNullable<PaperRequest['change']>): boolean {
  const works = (one: PaperPerson) => one.isSuperUser && one.state === 'active' && !one.isLockedOut;
  if (change.before === null || !works(change.before) || works(change.after)) return false;
  for (const one of practice.people) if (one.name !== change.before.name && works(one)) return false;
  return true;
}

function openedProviders(before: PaperPerson | null, after: PaperPerson): 'everybody' | readonly string[] {
  if (before !== null && (before.isSuperUser || before.sees === 'everybody')) return [];
  if (after.isSuperUser || after.sees === 'everybody') return 'everybody';
  const opened: string[] = [];
  for (const one of after.sees)
    if (before === null || before.sees === 'everybody' || !before.sees.includes(one)) opened.push(one);
  return opened;
}

function isSeenBy(provider: string, person: PaperPerson): boolean {
  return person.sees === 'everybody' || person.sees.includes(provider);
}
