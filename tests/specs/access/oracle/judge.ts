// A second judge of every request, written from the feature list alone, row by row and cell by cell. It shares no
// function with the product and lists every objection there is instead of stopping at the first.
import { CELLS, isBroughtBy } from './paperCells.ts';
import { isCoveredBy } from './paperCover.ts';
import { heldBack, type PaperWay, RECOVERY_CELLS, waysGiven, waysNow } from './paperRights.ts';
import {
  isShown,
  limitAtWork,
  limitOf,
  NOTHING,
  ownOf,
  type PaperLimit,
  type PaperReach,
  reachOf,
  withoutRules,
} from './paperRows.ts';
import type { PaperChange, PaperPerson, PaperPractice, PaperRecord, PaperRequest, PaperRole } from './practice.ts';

/** The cells a person holds at this moment. */
export function cellsOf(person: PaperPerson, practice: PaperPractice): Set<string> {
  return new Set(waysNow(person, practice).keys());
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

  if (asker.state !== 'active') objections.add('accountNotActive');
  if (asker.isLockedOut) objections.add('lockedOut');
  if (practice.isUnderReview && !asker.isSuperUser && !asker.isRecovery) objections.add('reviewMode');
  if (cell !== null) {
    const about = CELLS.find(({ name }) => name === cell);
    const reachesPhi = about === undefined || about.reachesPhi;
    if (!practice.isSetUp && reachesPhi) objections.add('setupUnfinished');
    if (asker.isRestricted && reachesPhi) objections.add('phiRestricted');
    if (asker.isRecovery && !RECOVERY_CELLS.includes(cell)) objections.add('recoverySession');
    if (!held.has(cell) && !held.has(ownOf(cell)))
      for (const reason of reasonsAgainst(cell, asker, practice)) objections.add(reason);
    if (request.wantsPassword && !request.gavePassword) objections.add('stepUpRequired');
  }
  if (request.isReasonMissing) objections.add('reasonRequired');

  const reach = reachOf(asker, practice, cell);
  if (aim.kind === 'gone') objections.add('notFound');
  if (aim.kind === 'record' && !isShown(aim.record, reach)) objections.add(whyHidden(practice, request, aim.record));
  const { recordAfter } = request;
  if (recordAfter !== null && !isShown(recordAfter, reach))
    objections.add(isShown(recordAfter, withoutRules(reach)) ? 'conditionNotMet' : 'leavesScope');
  if (recordAfter !== null && recordAfter.opensTo !== null) objectToShare(practice, asker, recordAfter, objections);
  if (aim.kind === 'person' && aim.person.isSuperUser && !aim.isLook && !asker.isSuperUser && !asker.isRecovery)
    objections.add('targetIsSuperUser');
  objectToChange(practice, request, objections);
  return { objections, reach };
}

/** What holds back a right that was given; one never given is simply not there. */
function reasonsAgainst(cell: string, asker: PaperPerson, practice: PaperPractice): string[] {
  const given = waysGiven(asker, practice);
  const ways = [...(given.get(cell) ?? []), ...(given.get(ownOf(cell)) ?? [])];
  return ways.length === 0 ? ['noRight'] : ways.flatMap((way) => heldBack(way, asker, practice));
}

/** A rule is named only to whoever may look at the record anyway (S2.63, S5.14). */
function whyHidden(practice: PaperPractice, { asker, cell }: PaperRequest, record: PaperRecord): string {
  if (cell === null || !isShown(record, withoutRules(reachOf(asker, practice, cell)))) return 'outOfScope';
  for (const { name } of CELLS)
    if (isBroughtBy(name, cell) && isShown(record, reachOf(asker, practice, name))) return 'conditionNotMet';
  return 'outOfScope';
}

/** P5, S5.08, S5.09: nobody grants what they lack, nobody widens themselves, one Super User stays. */
function objectToChange(practice: PaperPractice, { asker, change }: PaperRequest, objections: Set<string>): void {
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
  const own = waysNow(asker, practice);
  const given = cellsNewlyGiven(practice, change);
  for (const cell of given) {
    // Whoever holds a right over some rows, for some time or at some place alone does not hold it to give.
    const isWhole = (some: readonly PaperWay[] = []) => some.some(({ rules }) => rules.length === 0);
    const isForGood = (some: readonly PaperWay[] = []) => some.some(({ until, at }) => until === null && at === null);
    if (!isWhole(own.get(cell)) || !isForGood(own.get(cell))) objections.add('givesWhatTheyLack');
    if (CELLS.find(({ name }) => name === cell)?.onlySuperUserGives === true) objections.add('onlySuperUserGives');
  }
  const limitBefore = before === null ? NOTHING : limitOf(before, practice);
  const limitAfter = limitOf(after, practice);
  const isOpened = !isWithinLimit(limitAfter, limitBefore);
  // A limit is given as a whole: where it opens anything, all of it must be the giver's.
  if (isOpened && !isWithinLimit(limitAfter, limitAtWork(asker, practice))) objections.add('widensScope');
  if (isOneself && (given.length > 0 || isOpened)) objections.add('ownRights');
}

/** The cells that the row after the change gives in some way in which the row before did not. */
export function cellsNewlyGiven(practice: PaperPractice, { before, after }: PaperChange): string[] {
  return cellsNewly(before === null ? new Map() : waysGiven(before, practice), waysGiven(after, practice));
}

function cellsNewly(had: ReturnType<typeof waysGiven>, has: ReturnType<typeof waysGiven>): string[] {
  const given: string[] = [];
  for (const [cell, ways] of has)
    if (ways.some((way) => !(had.get(cell) ?? []).some((known) => isCoveredBy(known, way)))) given.push(cell);
  return given;
}

/** S2.106, P5: nobody shares with themselves, and what is only shared with somebody is not theirs to share. */
function objectToShare(practice: PaperPractice, asker: PaperPerson, share: PaperRecord, objections: Set<string>): void {
  if (asker.isSuperUser) return;
  if (share.opensTo === asker.name) objections.add('ownRights');
  const limit = limitAtWork(asker, practice);
  const lasting = { ...limit, patients: [], ways: [{ onlyOf: null, rules: [] }], hiddenLabels: [], hiddenMasks: [] };
  if (!isShown(share, lasting)) objections.add('givesWhatTheyLack');
}

/** P5: what some role newly gives once one role is saved anew: to whoever has that role alone, now or later. */
export function cellsRolesNewlyGive(practice: PaperPractice, saved: PaperRole): string[] {
  const after = { ...practice, roles: practice.roles.map((one) => (one.name === saved.name ? saved : one)) };
  const given = new Set<string>();
  for (const { name } of practice.roles) {
    const holder = { ...NOBODY, roles: [{ role: name, from: null, until: null, at: null }] };
    for (const cell of cellsNewly(waysGiven(holder, practice), waysGiven(holder, after))) given.add(cell);
  }
  return [...given];
}

const NOBODY: PaperPerson = {
  name: 'nobody',
  isRecovery: false,
  state: 'active',
  isLockedOut: false,
  isSuperUser: false,
  hasAccessSecurity: false,
  isRestricted: false,
  roles: [],
  marks: [],
  sees: [],
  places: [],
  shared: [],
  linked: null,
  worksAt: null,
};

function isWithinLimit(inner: PaperLimit, outer: PaperLimit): boolean {
  if (outer.providers !== 'everybody') {
    if (inner.providers === 'everybody') return false;
    for (const one of inner.providers) if (!outer.providers.includes(one)) return false;
  }
  if (outer.places !== 'everywhere') {
    if (inner.places === 'everywhere') return false;
    for (const one of inner.places) if (!outer.places.includes(one)) return false;
  }
  if (outer.providers === 'everybody' && outer.places === 'everywhere') return true;
  for (const one of inner.patients) if (!outer.patients.includes(one)) return false;
  return true;
}

export function leavesNoSuperUser(practice: PaperPractice, change: PaperChange): boolean {
  const works = (one: PaperPerson) => one.isSuperUser && one.state === 'active' && !one.isLockedOut;
  if (change.before === null || !works(change.before) || works(change.after)) return false;
  for (const one of practice.people) if (one.name !== change.before.name && works(one)) return false;
  return true;
}
