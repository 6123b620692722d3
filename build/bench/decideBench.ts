// decide.*: the judge against two well-known libraries, a Map and Sets by hand and plain bit tests, and what a session's
// facts cost.
import { subject as asSubject, createMongoAbility, type MongoAbility } from '@casl/ability';
import { AccessControl } from 'accesscontrol';
import { decide, type GuardedAccess } from '../../shared/authorization/decide.ts';
import { heldPermissions, type RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import type { Facts, Subject, Target } from '../../shared/authorization/facts.ts';
import { ALL_ROWS } from '../../shared/authorization/scope.ts';
import { wholeReach } from '../../shared/authorization/wholeReach.ts';
import { DEFAULT_ROLES } from '../../shared/catalogue/defaultRoles.ts';
import { PERMISSION_IDS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { seeded } from '../seeded.ts';
import { alternate, type Comparison, compared, median, timeMs } from './measure.ts';

const REQUESTS = 200_000;
const ROWS = 24;
const PROVIDERS = Array.from({ length: 8 }, (_, index) => `provider-${index}`);

interface World {
  /** What a session's facts hold of the person; made once, like the library's ability. */
  readonly subject: Subject;
  readonly ability: MongoAbility;
  /** The library of grants by role, where every person is a role of their own. */
  readonly grants: AccessControl;
  /** What a person wrote by hand would keep: rights, and providers or null for all of them. */
  readonly rights: ReadonlySet<string>;
  readonly providers: ReadonlySet<string> | null;
  readonly bits: Uint32Array;
  readonly scopeBits: number;
}

const PERSON = 'person';
const ENVIRONMENT = { isSetupFinished: true, isReviewMode: false };
const RIGHTS = PERMISSION_IDS.map(
  (permission, index): Right => ({
    permission,
    index,
    resource: permission.replace(':', '_'),
    access: { kind: 'permission', permission },
  }),
);

/** One stored row, as each judge wants to see it. */
interface Row {
  readonly target: Target;
  readonly forAbility: object;
  readonly providerIds: readonly string[];
  readonly bits: number;
}

interface Right {
  readonly permission: PermissionId;
  readonly access: GuardedAccess;
  /** As the library of grants wants names. */
  readonly resource: string;
  readonly index: number;
}

interface Request {
  readonly world: World;
  readonly right: Right;
  readonly row: Row;
}

/** Rows decide.fast, decide.limit and decide.compile, after checking that all judges agree on every request. */
export async function benchDecide(): Promise<Comparison[]> {
  const random = seeded(42);
  const worlds = Array.from({ length: 25 }, (_, index) => makeWorld(index, random));
  const rows = Array.from({ length: ROWS }, () => makeRow(random));
  const requests = Array.from(
    { length: REQUESTS },
    (): Request => ({ world: pick(worlds, random), right: pick(RIGHTS, random), row: pick(rows, random) }),
  );
  const references = [byAbility, byGrants, byHand, byBits];
  const disagreements = requests.filter((request) => references.some((judge) => judge(request) !== ours(request)));
  if (disagreements.length > 0)
    throw new Error(`the judges disagree on ${disagreements.length} of ${REQUESTS} requests`);
  let permits = 0;
  const run = (judge: (request: Request) => boolean) => () => {
    for (const request of requests) if (judge(request)) permits += 1;
  };
  const fast = await alternate(run(ours), run(byAbility));
  const grants = await alternate(run(ours), run(byGrants));
  const hand = await alternate(run(ours), run(byHand));
  const limit = await alternate(run(ours), run(byBits));
  if (permits === 0) throw new Error('no request was permitted');
  return [
    compared('decide.fast', fast, REQUESTS, 0.15),
    // To be known beside it; neither can tell why it refused.
    { ...compared('decide.grants', grants, REQUESTS, 0), target: 'none', isMet: true },
    { ...compared('decide.byHand', hand, REQUESTS, 0), target: 'none', isMet: true },
    compared('decide.limit', limit, REQUESTS, 3),
    await compileRow(),
  ];
}

/** The facts are put together for every request, as the router does; the person's part is as old as their session. */
function ours({ world, right, row }: Request): boolean {
  const { subject } = world;
  const { target } = row;
  const facts: Facts = {
    subject,
    target,
    tiesAfter: null,
    proposal: null,
    isReasonMissing: false,
    isSteppedUp: false,
    environment: ENVIRONMENT,
  };
  return decide(right.access, facts).decision === 'permit';
}

function byAbility({ world, right, row }: Request): boolean {
  return world.ability.can(right.permission, row.forAbility as never);
}

/** It knows roles and rights; the limit of providers stays with whoever calls it. */
function byGrants({ world, right, row }: Request): boolean {
  const { granted } = world.grants.tryCan(PERSON).readAny(right.resource);
  return granted && isSeen(row, world.providers);
}

function byHand({ world, right, row }: Request): boolean {
  return world.rights.has(right.permission) && isSeen(row, world.providers);
}

function isSeen({ providerIds }: Row, providers: ReadonlySet<string> | null): boolean {
  return providers === null || providerIds.some((id) => providers.has(id));
}

/** The limit: one bit test for the right, one for the scope; it can express neither reasons nor proposals. */
function byBits({ world, right, row }: Request): boolean {
  const word = world.bits[right.index >> 5] ?? 0;
  return (word & (1 << (right.index & 31))) !== 0 && (row.bits & world.scopeBits) !== 0;
}

function makeWorld(index: number, random: () => number): World {
  const roles = DEFAULT_ROLES.filter(() => random() < 0.2).slice(0, 3);
  const rights: RightsOfUser = {
    roles: roles.map(({ id, name, permissions }) => ({ roleId: id, roleName: name, permissions })),
    exceptions: PERMISSION_IDS.filter(() => random() < 0.05).map((permission) => ({
      permission,
      effect: random() < 0.5 ? 'grant' : 'revoke',
    })),
    isSuperUser: index === 0,
    hasAccessSecurity: index % 5 === 1,
    isPhiRestricted: false,
  };
  const held = heldPermissions(rights);
  const providers = index % 3 === 0 ? 'all' : PROVIDERS.filter(() => random() < 0.4);
  const rules = [...held].map((permission) =>
    providers === 'all'
      ? { action: permission, subject: 'Patient' }
      : { action: permission, subject: 'Patient', conditions: { providerIds: { $in: [...providers] } } },
  );
  const bits = new Uint32Array(Math.ceil(PERMISSION_IDS.length / 32));
  for (const [position, permission] of PERMISSION_IDS.entries())
    if (held.has(permission)) bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
  const subject: Subject = {
    userId: `user-${index}`,
    kind: 'person',
    status: 'active',
    isLockedOut: false,
    isSuperUser: rights.isSuperUser,
    isPhiRestricted: false,
    held,
    conditions: new Map(),
    borrowed: new Set(),
    withheld: new Map(),
    scope: wholeReach(held, { ...ALL_ROWS, providers }),
  };
  const scopeBits = providers === 'all' ? ~0 : bitsOf(providers);
  const grants = new AccessControl();
  grants.grant(PERSON);
  for (const { permission, resource } of RIGHTS) if (held.has(permission)) grants.grant(PERSON).readAny(resource);
  return {
    subject,
    ability: createMongoAbility(rules),
    grants,
    rights: held,
    providers: providers === 'all' ? null : new Set(providers),
    bits,
    scopeBits,
  };
}

function makeRow(random: () => number): Row {
  const first = pick(PROVIDERS, random);
  const providerIds = [first, ...PROVIDERS.filter((id) => id !== first && random() < 0.1)];
  return {
    target: {
      kind: 'record',
      ties: {
        type: 'patient',
        values: {},
        providerIds,
        locationIds: 'any',
        patientId: null,
        ownerId: null,
        grantedTo: null,
        labels: [],
      },
    },
    forAbility: asSubject('Patient', { providerIds }),
    providerIds,
    bits: bitsOf(providerIds),
  };
}

function bitsOf(ids: readonly string[]): number {
  return ids.reduce((bits, id) => bits | (1 << PROVIDERS.indexOf(id)), 0);
}

/** Building the facts of a session from twelve roles, in milliseconds; the target is absolute by its nature. */
async function compileRow(): Promise<Comparison> {
  const rights: RightsOfUser = {
    roles: DEFAULT_ROLES.slice(0, 12).map(({ id, name, permissions }) => ({ roleId: id, roleName: name, permissions })),
    exceptions: [],
    isSuperUser: false,
    hasAccessSecurity: false,
    isPhiRestricted: false,
  };
  const times: number[] = [];
  for (let round = 0; round < 50; round++) times.push(await timeMs(() => void heldPermissions(rights)));
  const ms = median(times);
  return {
    name: 'decide.compile',
    ours: `${ms.toFixed(3)} ms`,
    reference: '5 ms',
    ratio: ms / 5,
    target: '< 5 ms',
    isMet: ms < 5,
  };
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
