// whatif: the replay of 100,000 stored decisions by the rules of before and after, against deciding them once (P1).
import { decide } from '../../shared/authorization/decide.ts';
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { replayDecision, type StoredDecision } from '../../shared/authorization/replay.ts';
import { ALL_ROWS } from '../../shared/authorization/scope.ts';
import { wholeReach } from '../../shared/authorization/wholeReach.ts';
import { DEFAULT_ROLES } from '../../shared/catalogue/defaultRoles.ts';
import { PERMISSION_IDS } from '../../shared/catalogue/permissions.ts';
import { seeded } from '../seeded.ts';
import { alternate, type Comparison, compared } from './measure.ts';

const DECISIONS = 100_000;
const PROVIDERS = Array.from({ length: 8 }, (_, index) => `provider-${index}`);

/** A person with one role, and as they would be with the next one and half the providers. */
interface Person {
  readonly before: Subject;
  readonly after: Subject;
}

interface Act {
  readonly person: Person;
  readonly stored: StoredDecision;
}

/** Row whatif. */
export async function benchWhatIf(): Promise<Comparison> {
  const random = seeded(7);
  const people = DEFAULT_ROLES.map((_, index): Person => {
    return { before: personWith(index, PROVIDERS), after: personWith(index + 1, PROVIDERS.slice(0, 4)) };
  });
  const acts = Array.from({ length: DECISIONS }, (): Act => ({ person: pick(people, random), stored: anAct(random) }));
  let turned = 0;
  let permitted = 0;
  const timing = await alternate(
    () => {
      for (const { person, stored } of acts)
        if (replayDecision(stored, person.before, person.after).isTurned) turned += 1;
    },
    () => {
      for (const { person, stored } of acts)
        if (decide(stored.access, { ...stored.facts, subject: person.before }).decision === 'permit') permitted += 1;
    },
  );
  if (turned === 0 || permitted === 0) throw new Error('the change turned nothing, or nothing was permitted');
  return compared('whatif', timing, DECISIONS, 3);
}

function personWith(index: number, providers: readonly string[]): Subject {
  const role = DEFAULT_ROLES[index % DEFAULT_ROLES.length];
  const roles = role === undefined ? [] : [{ roleId: role.id, roleName: role.name, permissions: role.permissions }];
  const held = heldPermissions({
    roles,
    exceptions: [],
    isSuperUser: false,
    hasAccessSecurity: false,
    isPhiRestricted: false,
  });
  return {
    userId: `user-${index}`,
    kind: 'person',
    status: 'active',
    isLockedOut: false,
    isSuperUser: false,
    isPhiRestricted: false,
    held,
    borrowed: new Set(),
    conditions: new Map(),
    withheld: new Map(),
    scope: wholeReach(held, { ...ALL_ROWS, providers }),
  };
}

function anAct(random: () => number): StoredDecision {
  const ties = {
    type: 'patient',
    values: {},
    providerIds: [pick(PROVIDERS, random)],
    locationIds: 'any' as const,
    patientId: 'patient',
    ownerId: null,
    grantedTo: null,
    labels: [],
  };
  return {
    access: { kind: 'permission', permission: pick(PERMISSION_IDS, random) },
    facts: {
      target: { kind: 'record', ties },
      tiesAfter: null,
      proposal: null,
      isReasonMissing: false,
      isSteppedUp: true,
      environment: { isSetupFinished: true, isReviewMode: false },
    },
  };
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
