// The three office sizes (S2.31): which roles each usually uses, why, and who usually holds them.

export const OFFICE_SIZES = ['small', 'medium', 'large'] as const;
export type OfficeSize = (typeof OFFICE_SIZES)[number];

export interface PresetRole {
  /** A shipped role of `defaultRoles.ts`. */
  readonly roleId: string;
  /** Completes "Usually held by …". */
  readonly heldBy: string;
}

export interface OfficePreset {
  readonly label: string;
  /** How many people work there, in words. */
  readonly people: string;
  /** Why these roles and not others. */
  readonly because: string;
  /** Who looks after logins and rights. */
  readonly administration: string;
  readonly roles: readonly PresetRole[];
}

const PROVIDER: PresetRole = { roleId: 'provider', heldBy: 'physicians, nurse practitioners and physician assistants' };
const FRONT_DESK: PresetRole = { roleId: 'front-desk', heldBy: 'receptionists and schedulers' };
const CARE_STAFF: PresetRole = { roleId: 'medical-care-staff', heldBy: 'nurses and medical assistants' };
const BILLING: PresetRole = { roleId: 'billing', heldBy: 'the biller, or whoever sends the claims' };
const MANAGER: PresetRole = { roleId: 'manager', heldBy: 'the office manager' };
const CALLS: PresetRole = { roleId: 'call-handling', heldBy: 'whoever only answers the phone' };
const INVENTORY: PresetRole = { roleId: 'inventory', heldBy: 'whoever orders supplies' };

/** What each size usually needs. A preset only orders the choice: every role in use can still be given.
 *  Source: features.md S2.31; 45 CFR 164.308(a)(2) and 164.530(a)(1): the security and the privacy official may be
 *  one person in a small office and are usually two in a large one. */
export const OFFICE_PRESETS: Readonly<Record<OfficeSize, OfficePreset>> = {
  small: {
    label: 'Small office',
    people: '5 to 10 people',
    because: 'Few people share the work, so four roles cover it and nobody has to choose between similar ones.',
    administration: 'One administrator, the Super User, looks after all logins.',
    roles: [PROVIDER, CARE_STAFF, FRONT_DESK, BILLING],
  },
  medium: {
    label: 'Medium office',
    people: '11 to 50 people',
    because:
      'Work is split: a manager runs the day without touching logins, and calls and supplies have their own people.',
    administration: 'Two Super Users stand in for each other.',
    roles: [MANAGER, PROVIDER, CARE_STAFF, FRONT_DESK, BILLING, CALLS, INVENTORY],
  },
  large: {
    label: 'Large or multi-site',
    people: 'more than 50 people, or more than one site',
    because:
      'Officers watch the log and answer privacy questions, and who administers is apart from who treats or bills.',
    administration: 'Several Super Users, and Access Security for one person at each site.',
    roles: [
      { roleId: 'owner-admin', heldBy: 'the owner or the head of administration' },
      { roleId: 'security-officer', heldBy: 'the security official' },
      { roleId: 'privacy-officer', heldBy: 'the privacy official' },
      MANAGER,
      { roleId: 'primary-care-provider', heldBy: 'physicians with patients of their own' },
      PROVIDER,
      CARE_STAFF,
      FRONT_DESK,
      BILLING,
      CALLS,
      INVENTORY,
    ],
  },
};

/** The role's place in the preset of `size`, or null when the size is not chosen or does not usually use the role. */
export function presetRole(size: OfficeSize | null, roleId: string): PresetRole | null {
  return size === null ? null : (OFFICE_PRESETS[size].roles.find((role) => role.roleId === roleId) ?? null);
}

/** Whether a stored word names a size of this version. */
export function isOfficeSize(word: string): word is OfficeSize {
  return (OFFICE_SIZES as readonly string[]).includes(word);
}
