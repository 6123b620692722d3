// decide.*: the judge against a well-known library, against plain bit tests, and what a session's facts cost.
import { subject as asSubject, createMongoAbility, type MongoAbility } from '@casl/ability';
import { decide, type GuardedAccess } from '../../shared/authorization/decide.ts';
import { heldPermissions, type RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import type { Facts } from '../../shared/authorization/facts.ts';
import { DEFAULT_ROLES } from '../../shared/catalogue/defaultRoles.ts';
import { PERMISSION_IDS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { seeded } from '../seeded.ts';
import { alternate, type Comparison, compared, median, timeMs } from './measure.ts';

const REQUESTS = 200_000;
const PROVIDERS = Array.from({ length: 8 }, (_, index) => `provider-${index}`);

interface World {
  readonly rights: RightsOfUser;
  readonly held: ReadonlySet<PermissionId>;
  readonly providers: 'all' | readonly string[];
  readonly ability: MongoAbility;
  readonly bits: Uint32Array;
}

interface Request {
  readonly world: World;
  readonly permission: PermissionId;
  readonly access: GuardedAccess;
  readonly facts: Facts;
  readonly rowForAbility: object;
  readonly permissionIndex: number;
  readonly rowBits: number;
  readonly scopeBits: number;
}

/** Rows decide.fast, decide.limit and decide.compile, after checking that all judges agree on every request. */
export async function benchDecide(): Promise<Comparison[]> {
  const random = seeded(42);
  const worlds = Array.from({ length: 25 }, (_, index) => makeWorld(index, random));
  const requests = Array.from({ length: REQUESTS }, () => makeRequest(pick(worlds, random), random));
  const disagreements = requests.filter(
    (request) => ours(request) !== byAbility(request) || ours(request) !== byBits(request),
  );
  if (disagreements.length > 0)
    throw new Error(`the judges disagree on ${disagreements.length} of ${REQUESTS} requests`);
  let permits = 0;
  const run = (judge: (request: Request) => boolean) => () => {
    for (const request of requests) if (judge(request)) permits += 1;
  };
  const fast = await alternate(run(ours), run(byAbility));
  const limit = await alternate(run(ours), run(byBits));
  if (permits === 0) throw new Error('no request was permitted');
  return [
    compared('decide.fast', fast, REQUESTS, 0.15),
    compared('decide.limit', limit, REQUESTS, 3),
    await compileRow(),
  ];
}

function ours({ access, facts }: Request): boolean {
  return decide(access, facts).decision === 'permit';
}

function byAbility({ world, permission, rowForAbility }: Request): boolean {
  return world.ability.can(permission, rowForAbility as never);
}

/** The limit: one bit test for the right, one for the scope; it can express neither reasons nor proposals. */
function byBits({ world, permissionIndex, rowBits, scopeBits }: Request): boolean {
  const word = world.bits[permissionIndex >> 5] ?? 0;
  return (word & (1 << (permissionIndex & 31))) !== 0 && (rowBits & scopeBits) !== 0;
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
  return { rights, held, providers, ability: createMongoAbility(rules), bits };
}

function makeRequest(world: World, random: () => number): Request {
  const permission = pick(PERMISSION_IDS, random);
  const providerIds = [pick(PROVIDERS, random)];
  const bitsOf = (ids: readonly string[]) => ids.reduce((bits, id) => bits | (1 << PROVIDERS.indexOf(id)), 0);
  return {
    world,
    permission,
    access: { kind: 'permission', permission },
    facts: {
      subject: {
        userId: 'user',
        kind: 'person',
        status: 'active',
        isLockedOut: false,
        isSuperUser: world.rights.isSuperUser,
        held: world.held,
        scope: { providers: world.providers },
      },
      target: { kind: 'patient', providerIds },
      proposal: null,
      isSteppedUp: false,
      environment: { isSetupFinished: true, isReviewMode: false },
    },
    rowForAbility: asSubject('Patient', { providerIds }),
    permissionIndex: PERMISSION_IDS.indexOf(permission),
    rowBits: bitsOf(providerIds),
    scopeBits: world.providers === 'all' ? ~0 : bitsOf(world.providers),
  };
}

/** Building the facts of a session from twelve roles, in milliseconds; the target is absolute by its nature. */
async function compileRow(): Promise<Comparison> {
  const rights: RightsOfUser = {
    roles: DEFAULT_ROLES.slice(0, 12).map(({ id, name, permissions }) => ({ roleId: id, roleName: name, permissions })),
    exceptions: [],
    isSuperUser: false,
    hasAccessSecurity: false,
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
