// Every permission of the product (NIST RBAC: an operation on an object), as data.
import { DATA_AREAS, type DataArea, VERB_LABELS, VERBS, type Verb } from './dataAreas.ts';
import type { HipaaCitation } from './hipaa.ts';
import { RECORD_PERMISSIONS, type RecordPermissionId } from './recordPermissions.ts';

export interface PermissionEntry {
  readonly label: string;
  readonly category: string;
  readonly description: string;
  readonly reachesPhi: boolean;
  readonly hipaa: readonly [HipaaCitation, ...HipaaCitation[]];
  /** Carried by the Access Security tick (S5.09). */
  readonly viaAccessSecurity?: true;
  /** Only a Super User may give it to somebody (S5.08, S5.09). */
  readonly onlySuperUserGives?: true;
  /** The Super User tick does not bring it; a role or a tick of its own must (S3.11). */
  readonly onlyByRoleOrTick?: true;
}

type AreaPermissionId = {
  [Area in DataArea]: `${Area}:${(typeof DATA_AREAS)[Area]['verbs'][number]}`;
}[DataArea];

const security = (label: string, description: string, ...hipaa: PermissionEntry['hipaa']) =>
  ({
    label,
    category: 'Security',
    description,
    reachesPhi: false,
    hipaa,
    viaAccessSecurity: true,
    onlySuperUserGives: true,
  }) as const satisfies PermissionEntry;

/** Permissions that guard the console itself; each power of a Super User is one of its own (S5.04). */
export const SECURITY_PERMISSIONS = {
  'user:read': security('See users and their rights', 'Open Security, Users.', '164.312(a)(2)(i)'),
  'user:export': security(
    'Export and print the list of users',
    'Save the list of users to a file or print it.',
    '164.308(a)(4)(ii)(C)',
  ),
  'user:create': security('Add users', 'Make a login for one named person.', '164.312(a)(2)(i)'),
  'user:update': security(
    'Change users and their rights',
    'Names, login ID, roles, single rights and provider limits.',
    '164.308(a)(4)(ii)(C)',
  ),
  'user:disable': security(
    'Disable and enable users',
    'Ends a person’s access at once and keeps their records.',
    '164.308(a)(3)(ii)(C)',
  ),
  'user:lockOut': security(
    'Lock out and unlock users',
    'Stop and restore sign-in of a person, a role or a computer.',
    '164.308(a)(5)(ii)(C)',
  ),
  'user:resetPassword': security(
    'Give new activation codes',
    'Starts a password reset; nobody learns the password.',
    '164.308(a)(5)(ii)(D)',
  ),
  'user:delete': security(
    'Delete users',
    'Destroys a login; the name stays in the activity log.',
    '164.308(a)(3)(ii)(C)',
  ),
  'role:read': security('See roles', 'What each role can do and who holds it.', '164.308(a)(4)(ii)(B)'),
  'role:create': security(
    'Add roles and policies',
    'Make a role of the practice’s own, or copy one; never with more than one holds oneself.',
    '164.308(a)(4)(ii)(B)',
  ),
  'role:update': security(
    'Change roles and policies',
    'Name, purpose and rights of the practice’s own roles, at once or on a later day.',
    '164.308(a)(4)(ii)(C)',
  ),
  'role:delete': security(
    'Delete roles and policies',
    'Remove a role of the practice’s own that nobody holds; its versions stay.',
    '164.308(a)(4)(ii)(C)',
  ),
  'role:export': security(
    'Print the policy binder',
    'Every role with its versions, and who was given which role when, by whom and why.',
    '164.316(b)(1)',
  ),
  'setting:read': security('See security settings', 'Sign-in, lock and idle rules.', '164.312(a)(2)(iii)'),
  'setting:update': security(
    'Change security settings',
    'Sign-in, lock and idle rules, within safe floors.',
    '164.312(a)(2)(iii)',
  ),
  'audit:read': {
    ...security('See the activity log', 'Search everything that was done or refused.', '164.308(a)(1)(ii)(D)'),
    reachesPhi: true,
  },
  'audit:verify': security('Verify the activity log', 'Check that no entry was changed or removed.', '164.312(b)'),
  'audit:export': {
    ...security('Export the activity log', 'Write CSV, evidence file and receipt for an auditor.', '164.312(b)'),
    reachesPhi: true,
  },
  'checklist:use': security(
    'Follow the getting-started checklist',
    'What is done and open in the first weeks; put it away when it has served.',
    '164.308(a)(4)(ii)(B)',
  ),
  'superUser:grant': {
    label: 'Make and unmake Super Users',
    category: 'Super User',
    description: 'Give or take the Super User tick.',
    reachesPhi: false,
    hipaa: ['164.308(a)(4)(ii)(B)'],
    onlySuperUserGives: true,
  },
  'accessSecurity:grant': {
    label: 'Give and take Access Security',
    category: 'Super User',
    description: 'A holder of Access Security cannot hand it on.',
    reachesPhi: false,
    hipaa: ['164.308(a)(4)(ii)(B)'],
    onlySuperUserGives: true,
  },
  'practice:update': {
    label: 'Set up the practice',
    category: 'Super User',
    description: 'First-run steps, the rights model, who approves changes of rights, and the recovery sheet.',
    reachesPhi: false,
    hipaa: ['164.312(a)(2)(iv)'],
    onlySuperUserGives: true,
  },
  'people:import': {
    label: 'Import records',
    category: 'Practice',
    description:
      'Read records from a CSV file or FHIR bundle, all or nothing; adding and editing need their own right.',
    reachesPhi: true,
    hipaa: ['164.312(c)(1)'],
  },
} as const satisfies Record<string, PermissionEntry>;

export type PermissionId = AreaPermissionId | RecordPermissionId | keyof typeof SECURITY_PERMISSIONS;

const VERB_SENTENCES: Record<Verb, string> = {
  read: 'Look at',
  create: 'Add',
  update: 'Add and change',
  delete: 'Delete',
  export: 'Save to a file or print lists of',
  approve: 'Approve what others entered in',
};

/** The permission of one cell of the matrix, or null where the area does not know the verb. */
export function areaPermission(area: DataArea, verb: Verb): PermissionId | null {
  const verbs: readonly Verb[] = DATA_AREAS[area].verbs;
  return verbs.includes(verb) ? (`${area}:${verb}` as PermissionId) : null;
}

function areaEntries(): [PermissionId, PermissionEntry][] {
  const entries: [PermissionId, PermissionEntry][] = [];
  for (const area of Object.keys(DATA_AREAS) as DataArea[]) {
    for (const verb of VERBS) {
      const id = areaPermission(area, verb);
      if (id === null) continue;
      const { label, reachesPhi } = DATA_AREAS[area];
      entries.push([
        id,
        {
          label: `${label}: ${VERB_LABELS[verb]}`,
          category: label,
          description: `${VERB_SENTENCES[verb]} ${label.toLowerCase()}.`,
          reachesPhi,
          hipaa: ['164.312(a)(1)', '164.502(b)'],
        },
      ]);
    }
  }
  return entries;
}

/** Every permission, areas first in matrix order. */
export const PERMISSIONS: Readonly<Record<PermissionId, PermissionEntry>> = Object.freeze({
  ...(Object.fromEntries(areaEntries()) as Record<AreaPermissionId, PermissionEntry>),
  ...RECORD_PERMISSIONS,
  ...SECURITY_PERMISSIONS,
});

export const PERMISSION_IDS = Object.keys(PERMISSIONS) as PermissionId[];

/** Whether a stored word names a permission of this version; unknown words grant nothing. */
export function isPermissionId(word: string): word is PermissionId {
  return Object.hasOwn(PERMISSIONS, word);
}
