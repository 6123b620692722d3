// Random practices and requests from a seed: mostly workable ones, so that permits and denials both come up often.
import { PERMISSION_IDS } from '../../../../shared/catalogue/permissions.ts';
import type { PaperPerson, PaperPractice, PaperRecord, PaperRequest } from './practice.ts';

const PROVIDERS = ['p1', 'p2', 'p3', 'p4'];
const LABELS = ['normal', 'mentalHealth', 'substanceUse', 'confidential'];
const ROLES = ['a', 'b', 'c', 'd'];
const PEOPLE = ['ann', 'bob', 'cyd', 'dan'];
const WORDS: readonly string[] = [...PERMISSION_IDS, 'patient:fly', 'ghost:read', '__proto__'];
const AREAS = [...new Set(PERMISSION_IDS.map((id) => id.slice(0, id.indexOf(':'))))];

/** A source of chance with the draws a practice needs. */
class Draws {
  readonly #next: () => number;
  constructor(next: () => number) {
    this.#next = next;
  }
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
  chance(part: number): boolean {
    return this.#next() < part;
  }
  one<T>(list: readonly T[]): T {
    const drawn = list[this.below(list.length)];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  }
  /** Each element with the given chance. */
  some<T>(list: readonly T[], part: number): T[] {
    return list.filter(() => this.chance(part));
  }
}

export interface Drawn {
  readonly practice: PaperPractice;
  readonly request: PaperRequest;
}

/** One practice and one request in it. */
export function drawWorld(next: () => number): Drawn {
  const draws = new Draws(next);
  const practice: PaperPractice = {
    isStrict: draws.chance(0.3),
    isSetUp: draws.chance(0.93),
    isUnderReview: draws.chance(0.07),
    roles: ROLES.map((name) => ({ name, cells: drawCells(draws) })),
    people: PEOPLE.map((name) => drawPerson(draws, name)),
  };
  return { practice, request: drawRequest(draws, practice) };
}

function drawCells(draws: Draws): string[] {
  const areas = draws.some(AREAS, 0.35);
  const part = draws.one([0.1, 0.5, 0.9]);
  const ofAreas = PERMISSION_IDS.filter((id) => areas.some((area) => id.startsWith(`${area}:`)));
  return [...draws.some(ofAreas, part), ...draws.some(WORDS, 0.02)];
}

function drawPerson(draws: Draws, name: string): PaperPerson {
  return {
    name,
    isRecovery: false,
    state: draws.chance(0.92) ? 'active' : draws.one(['invited', 'disabled', 'deleted'] as const),
    isLockedOut: draws.chance(0.05),
    isSuperUser: draws.chance(0.2),
    hasAccessSecurity: draws.chance(0.25),
    isRestricted: draws.chance(0.15),
    roles: draws.some(ROLES, 0.5),
    marks: draws
      .some(WORDS, draws.one([0, 0.03, 0.15]))
      .map((cell) => ({ cell, sign: draws.one(['+', '-'] as const) })),
    sees: draws.chance(0.4) ? 'everybody' : draws.some(PROVIDERS, 0.5),
  };
}

function drawRecord(draws: Draws, asker: PaperPerson): PaperRecord {
  return {
    providers: draws.chance(0.2) ? 'none by nature' : draws.some(PROVIDERS, 0.5),
    owner: draws.chance(0.5) ? asker.name : draws.one([...PEOPLE, null]),
    labels: draws.some(LABELS, 0.15),
  };
}

/** The paper code's guest: it holds what it may use, and nothing else. */
function recoveryPerson(draws: Draws): PaperPerson {
  return {
    ...drawPerson(draws, 'recovery'),
    isRecovery: true,
    state: 'active',
    isLockedOut: false,
    isSuperUser: false,
    hasAccessSecurity: false,
    isRestricted: false,
    roles: [],
    marks: [],
    sees: [],
  };
}

function drawRequest(draws: Draws, practice: PaperPractice): PaperRequest {
  const asker = draws.chance(0.04) ? recoveryPerson(draws) : draws.one(practice.people);
  const usual = asker.isRecovery && draws.chance(0.7) ? draws.one(['user:read', 'user:resetPassword']) : null;
  const cell = draws.chance(0.05) ? null : (usual ?? draws.one(PERMISSION_IDS));
  const isAboutPeople = cell !== null && /^(user|role|superUser|accessSecurity):/.test(cell);
  const plain = {
    asker,
    cell,
    wantsPassword: draws.chance(0.15),
    gavePassword: draws.chance(0.8),
    recordAfter: null,
    change: null,
  };
  if (isAboutPeople || draws.chance(0.15)) return { ...plain, ...aboutPerson(draws, practice, asker) };
  if (draws.chance(0.3)) return { ...plain, aim: { kind: draws.chance(0.8) ? 'nothing' : 'gone' } };
  const record = drawRecord(draws, asker);
  const isSaved = draws.chance(0.4);
  const recordAfter = isSaved ? (draws.chance(0.5) ? record : drawRecord(draws, asker)) : null;
  return {
    ...plain,
    aim: isSaved && draws.chance(0.3) ? { kind: 'nothing' } : { kind: 'record', record },
    recordAfter,
  };
}

function aboutPerson(draws: Draws, practice: PaperPractice, asker: PaperPerson): Pick<PaperRequest, 'aim' | 'change'> {
  const person = draws.chance(0.2) && !asker.isRecovery ? asker : draws.one(practice.people);
  if (draws.chance(0.2)) return { aim: { kind: 'person', person, isLook: true }, change: null };
  if (draws.chance(0.2))
    return {
      aim: { kind: 'nothing' },
      change: { before: null, after: { ...drawPerson(draws, 'new'), isSuperUser: false } },
    };
  return { aim: { kind: 'person', person, isLook: false }, change: { before: person, after: changed(draws, person) } };
}

/** The person with one to three of their rows changed. */
function changed(draws: Draws, person: PaperPerson): PaperPerson {
  let after = person;
  const other = drawPerson(draws, person.name);
  for (let times = 1 + draws.below(3); times > 0; times--) {
    const cell = draws.one(PERMISSION_IDS);
    const marks = [...after.marks.filter((mark) => mark.cell !== cell), { cell, sign: draws.one(['+', '-'] as const) }];
    after = draws.one<() => PaperPerson>([
      () => ({ ...after, marks }),
      () => ({ ...after, marks }),
      () => ({ ...after, roles: other.roles }),
      () => ({ ...after, sees: other.sees }),
      () => ({ ...after, isRestricted: !after.isRestricted }),
      () => ({ ...after, isSuperUser: other.isSuperUser }),
      () => ({ ...after, hasAccessSecurity: other.hasAccessSecurity }),
      () => ({ ...after, state: other.state }),
    ])();
  }
  return after;
}
