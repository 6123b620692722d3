// Ready-made roles and policies by the size of an office, on top of the shipped roles (S2.30, S2.31).
import type { OfficeSize } from './officePresets.ts';
import type { PermissionId } from './permissions.ts';
import type { TaskId } from './tasks.ts';

export interface PackedRole {
  /** Names it within packs; the same key is the same role in every pack. */
  readonly key: string;
  readonly kind: 'custom' | 'policy';
  readonly name: string;
  readonly purpose: string;
  /** A shipped role, or the key of a role that stands before it in its pack. */
  readonly parent: string | null;
  /** Keys of policies that stand before it in its pack. */
  readonly policies: readonly string[];
  readonly taskIds: readonly TaskId[];
  readonly permissions: readonly PermissionId[];
}

const OWN_TIME: readonly PermissionId[] = ['timeClock:readOwn', 'timeClock:createOwn'];

const SUPPLIES: PackedRole = {
  key: 'supplies',
  kind: 'policy',
  name: 'Supplies',
  purpose: 'Orders and counts supplies beside other work.',
  parent: null,
  policies: [],
  taskIds: ['supplies'],
  permissions: ['inventory:update', 'list:read'],
};
const DAY_REPORTS: PackedRole = {
  key: 'day-reports',
  kind: 'policy',
  name: 'Day reports',
  purpose: 'Reads and prints the reports of the day beside other work.',
  parent: null,
  policies: [],
  taskIds: ['reports'],
  permissions: ['report:read', 'report:export'],
};
const DESK_AND_BILLING: PackedRole = {
  key: 'desk-and-billing',
  kind: 'custom',
  name: 'Front desk and billing',
  purpose: 'One person at the desk who also sends claims and takes payments.',
  parent: null,
  policies: [],
  taskIds: ['checkIn', 'booking', 'calls', 'claims', 'payments', 'ownTime'],
  permissions: [
    'patient:read',
    'patient:readPhone',
    'patient:readInsurance',
    'schedule:update',
    'call:update',
    'claim:update',
    'financial:update',
    'list:read',
    ...OWN_TIME,
  ],
};
const CARE_WITH_SUPPLIES: PackedRole = {
  key: 'care-with-supplies',
  kind: 'custom',
  name: 'Care staff with supplies',
  purpose: 'A nurse or medical assistant who also orders supplies.',
  parent: 'medical-care-staff',
  policies: ['supplies'],
  taskIds: [],
  permissions: [
    'patient:update',
    'patient:readPhone',
    'note:update',
    'schedule:update',
    'call:read',
    'list:read',
    'inventory:read',
    ...OWN_TIME,
  ],
};
const LEAD_DESK: PackedRole = {
  key: 'lead-desk',
  kind: 'custom',
  name: 'Lead front desk',
  purpose: 'Front desk that also reads the reports of the day.',
  parent: 'front-desk',
  policies: ['day-reports'],
  taskIds: [],
  permissions: [
    'patient:read',
    'patient:readPhone',
    'patient:readInsurance',
    'schedule:update',
    'call:update',
    'list:read',
    ...OWN_TIME,
  ],
};
const BILLING_ASSISTANT: PackedRole = {
  key: 'billing-assistant',
  kind: 'custom',
  name: 'Billing assistant',
  purpose: 'Prepares charges, invoices and payments; saves nothing to files.',
  parent: 'billing',
  policies: [],
  taskIds: ['claims', 'payments', 'ownTime'],
  permissions: ['claim:update', 'financial:update', 'patient:read', 'patient:readInsurance', 'list:read', ...OWN_TIME],
};
const BILLING_TRAINEE: PackedRole = {
  key: 'billing-trainee',
  kind: 'custom',
  name: 'Billing trainee',
  purpose: 'Looks at claims and money to learn; changes nothing.',
  parent: 'billing-assistant',
  policies: [],
  taskIds: ['ownTime'],
  permissions: ['claim:read', 'financial:read', 'list:read', ...OWN_TIME],
};
const APPROVER: PackedRole = {
  key: 'approver',
  kind: 'custom',
  name: 'Billing approver',
  purpose: 'Approves what others entered and enters nothing.',
  parent: null,
  policies: ['day-reports'],
  taskIds: ['approving', 'ownTime'],
  permissions: ['claim:approve', 'financial:approve', ...OWN_TIME],
};
const LOG_REVIEWER: PackedRole = {
  key: 'log-reviewer',
  kind: 'custom',
  name: 'Log reviewer',
  purpose: 'Reviews the activity log of one site; changes nothing.',
  parent: 'security-officer',
  policies: [],
  taskIds: ['logReview'],
  permissions: ['user:read', 'role:read', 'audit:read', 'audit:verify'],
};

/** Parents and policies stand before whatever needs them. */
export const ROLE_PACKS: Readonly<Record<OfficeSize, readonly PackedRole[]>> = {
  small: [SUPPLIES, DESK_AND_BILLING, CARE_WITH_SUPPLIES],
  medium: [SUPPLIES, DAY_REPORTS, CARE_WITH_SUPPLIES, LEAD_DESK, BILLING_ASSISTANT],
  large: [
    SUPPLIES,
    DAY_REPORTS,
    CARE_WITH_SUPPLIES,
    LEAD_DESK,
    BILLING_ASSISTANT,
    BILLING_TRAINEE,
    APPROVER,
    LOG_REVIEWER,
  ],
};

/** The roles of a pack that a practice with these role names does not have yet: what applying it would add. */
export function missingFromPack(size: OfficeSize, names: readonly string[]): readonly PackedRole[] {
  const there = new Set(names.map((name) => name.toLowerCase()));
  return ROLE_PACKS[size].filter(({ name }) => !there.has(name.toLowerCase()));
}
