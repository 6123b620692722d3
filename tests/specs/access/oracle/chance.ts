// Random practices and requests from a seed: mostly workable ones, so that permits and denials both come up often.
import { PERMISSION_IDS } from '../../../../shared/catalogue/permissions.ts';
import { drawRoles, drawSavedRole, GONE, isCell, ROLES, WORDS } from './chanceRoles.ts';
import { drawDays, drawInstant, drawRecord, LOCATIONS, PATIENTS, PROVIDERS } from './chanceRows.ts';
import { Draws } from './draws.ts';
import type { PaperMark, PaperPerson, PaperPractice, PaperRequest, PaperRoleLink } from './practice.ts';

export const PEOPLE = ['ann', 'bob', 'cyd', 'dan'];

export interface Drawn {
  readonly practice: PaperPractice;
  readonly request: PaperRequest;
}

/** One practice and one request in it. */
export function drawWorld(next: () => number): Drawn {
  const draws = new Draws(next);
  const practice: PaperPractice = {
    isStrict: draws.chance(0.3),
    isSetUp: draws.chance(0.95),
    isUnderReview: draws.chance(0.05),
    ...drawInstant(draws),
    // A tree as a rule; where it runs in a circle, it still ends.
    locations: LOCATIONS.map((name, at) => ({
      name,
      partOf: draws.chance(0.03)
        ? draws.one(LOCATIONS)
        : draws.chance(0.6)
          ? (LOCATIONS[draws.below(at)] ?? null)
          : null,
    })).map((one, at) => (at === 0 && one.partOf === one.name ? { ...one, partOf: null } : one)),
    roles: drawRoles(draws),
    people: PEOPLE.map((name) => drawPerson(draws, name)),
  };
  return { practice, request: drawRequest(draws, practice) };
}

function drawLinks(draws: Draws): PaperRoleLink[] {
  return draws.some([...ROLES, ...(draws.chance(0.1) ? [GONE] : [])], 0.5).map((role) => ({
    role,
    ...drawDays(draws, 0.2),
    at: draws.chance(0.15) ? draws.some(LOCATIONS, 0.4) : null,
  }));
}

function drawPerson(draws: Draws, name: string): PaperPerson {
  const isPatient = draws.chance(0.05);
  return {
    name,
    isRecovery: false,
    state: draws.chance(0.94) ? 'active' : draws.one(['invited', 'disabled', 'deleted'] as const),
    isLockedOut: draws.chance(0.04),
    isSuperUser: draws.chance(0.18),
    hasAccessSecurity: draws.chance(0.25),
    isRestricted: draws.chance(0.12),
    roles: [
      ...(isPatient && draws.chance(0.8) ? [] : drawLinks(draws)),
      ...(isPatient ? [{ role: 'patient', from: null, until: null, at: null }] : []),
    ],
    marks: isPatient ? [] : drawMarks(draws),
    sees: draws.chance(0.45) ? 'everybody' : draws.some(PROVIDERS, 0.6),
    places: draws.chance(0.6) ? 'everywhere' : draws.some(LOCATIONS, 0.5),
    shared: draws.chance(0.3)
      ? draws.some(PATIENTS, 0.4).map((patient) => {
          const { from, until } = drawDays(draws, 1);
          return { patient, from: from ?? '2026-01-01', until: until ?? '2027-12-31' };
        })
      : [],
    linked: isPatient && draws.chance(0.8) ? draws.one(PATIENTS) : null,
    worksAt: draws.chance(0.5) ? draws.one(LOCATIONS) : null,
  };
}

function drawMarks(draws: Draws): PaperMark[] {
  return draws
    .some(WORDS, draws.one([0, 0.03, 0.15]))
    .map((cell) => ({ cell, sign: draws.one(['+', '-'] as const), ...drawDays(draws, 0.3) }));
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
    places: [],
    shared: [],
    linked: null,
    worksAt: null,
  };
}

function drawRequest(draws: Draws, practice: PaperPractice): PaperRequest {
  const asker = draws.chance(0.04) ? recoveryPerson(draws) : draws.one(practice.people);
  const cell = drawCell(draws, practice, asker);
  const isAboutPeople = cell !== null && /^(user|role|superUser|accessSecurity):/.test(cell);
  const plain = {
    asker,
    cell,
    wantsPassword: draws.chance(0.15),
    gavePassword: draws.chance(0.8),
    isReasonMissing: draws.chance(0.05),
    recordAfter: null,
    change: null,
    roleAfter: draws.chance(0.1) ? drawSavedRole(draws, practice.roles) : null,
    others: [1, 2, 3, 4, 5, 6].map(() => drawRecord(draws, asker.name)),
  };
  if (isAboutPeople || draws.chance(0.15)) return { ...plain, ...aboutPerson(draws, practice, asker) };
  if (draws.chance(0.3)) return { ...plain, aim: { kind: draws.chance(0.8) ? 'nothing' : 'gone' } };
  const record = drawRecord(draws, asker.name);
  const isSaved = draws.chance(0.4);
  const recordAfter = isSaved ? (draws.chance(0.5) ? record : drawRecord(draws, asker.name)) : null;
  return {
    ...plain,
    aim: isSaved && draws.chance(0.3) ? { kind: 'nothing' } : { kind: 'record', record },
    recordAfter,
  };
}

/** Any cell; often one of a role that has rules, hours or days, since those are what is worth asking about. */
function drawCell(draws: Draws, practice: PaperPractice, asker: PaperPerson): string | null {
  if (draws.chance(0.05)) return null;
  if (asker.isRecovery && draws.chance(0.7)) return draws.one(['user:read', 'user:resetPassword']);
  const own = practice.roles.filter(({ name }) => asker.roles.some(({ role }) => role === name));
  const roles = practice.roles.filter((one) => own.includes(one) || own.some(({ parent }) => parent === one.name));
  const ruled = roles.flatMap(({ rules }) => rules.map(({ cell }) => cell));
  const given = roles.flatMap(({ cells }) => cells.filter(isCell));
  if (ruled.length > 0 && draws.chance(0.4)) return draws.one(ruled);
  return given.length > 0 && draws.chance(0.3) ? draws.one(given) : draws.one(PERMISSION_IDS);
}

function aboutPerson(draws: Draws, practice: PaperPractice, asker: PaperPerson): Pick<PaperRequest, 'aim' | 'change'> {
  const person = draws.chance(0.2) && !asker.isRecovery ? asker : draws.one(practice.people);
  if (draws.chance(0.2)) return { aim: { kind: 'person', person, isLook: true }, change: null };
  if (draws.chance(0.2))
    return {
      aim: { kind: 'nothing' },
      change: { before: null, after: { ...drawPerson(draws, 'new'), isSuperUser: false } },
    };
  return {
    aim: { kind: 'person', person, isLook: false },
    change: { before: person, after: changed(draws, person, givenTo(asker, practice)) },
  };
}

/** The cells that the roles of a person name: what somebody may have to give. */
function givenTo(person: PaperPerson, { roles }: PaperPractice): string[] {
  return roles.filter(({ name }) => person.roles.some(({ role }) => role === name)).flatMap(({ cells }) => cells);
}

/** The person with one to three of their rows changed, often by something that `offered` names. */
function changed(draws: Draws, person: PaperPerson, offered: readonly string[]): PaperPerson {
  let after = person;
  const other = drawPerson(draws, person.name);
  for (let times = 1 + draws.below(3); times > 0; times--) {
    const cell = draws.one(draws.chance(0.5) && offered.length > 0 ? offered : PERMISSION_IDS);
    const mark = { cell, sign: draws.one(['+', '-'] as const), ...drawDays(draws, 0.3) };
    const marks = [...after.marks.filter((one) => one.cell !== cell), mark];
    const moved = draws.below(Math.max(1, after.roles.length));
    const termed = (link: PaperRoleLink): PaperRoleLink => ({
      ...link,
      ...drawDays(draws, 0.6),
      at: draws.chance(0.3) ? draws.some(LOCATIONS, 0.4) : link.at,
    });
    after = draws.one<() => PaperPerson>([
      () => ({ ...after, marks }),
      () => ({ ...after, marks }),
      () => ({ ...after, roles: other.roles }),
      () => ({ ...after, roles: after.roles.map((link, at) => (at === moved ? termed(link) : link)) }),
      () => ({ ...after, sees: other.sees }),
      () => ({ ...after, places: other.places }),
      () => ({ ...after, linked: other.linked }),
      () => ({ ...after, isRestricted: !after.isRestricted }),
      () => ({ ...after, isSuperUser: other.isSuperUser }),
      () => ({ ...after, hasAccessSecurity: other.hasAccessSecurity }),
      () => ({ ...after, state: other.state }),
    ])();
  }
  return after;
}
