// Access by shared patients, of the role Patient, to rights on loan, and to the question why, case by case (S2.106, S1.23,
// S4.07, S2.14, P5).
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import { added, type CaseWorld, changedUser, ofPatient } from './caseInputs.ts';
import { type Place, TODAY, TOMORROW, YESTERDAY } from './limitWorld.ts';

type Grant = CallInput<'patientGrant.create'>['fields'];

/** A patient shared with the user without rights, for a week unless told. */
function sharing(of: 'own' | 'other', given: Partial<Grant> | ((world: CaseWorld) => Partial<Grant>) = {}) {
  return async (world: CaseWorld): Promise<CallInput<'patientGrant.create'>> => ({
    fields: {
      patientId: world.patientId[of],
      userId: world.plainUserId,
      validFrom: TODAY,
      validUntil: '2026-11-29',
      reason: 'Covers for a colleague.',
      ...(typeof given === 'function' ? given(world) : given),
    },
  });
}
const withSelf =
  (name: string) =>
  ({ userIds }: CaseWorld) => ({ userId: userIds.get(name) ?? '' });
const shared = async ({ limits }: CaseWorld) => ({ id: limits.shared });
const grant = async ({ limits }: CaseWorld) => ({ id: limits.grantId });
const grants = async () => PROCEDURES['patientGrant.find'].example;
const patients = async () => PROCEDURES['patient.find'].example;

const SHARES: readonly AccessCase[] = [
  ...permits('sensitive_read', [
    'S2.106 a patient shared with somebody is open for them, whatever their provider limit says',
    'covering',
    'patient.read',
    shared,
  ]),
  ...permits(
    'patient_grant_added',
    ['S2.106 a manager shares a patient with a colleague', 'manager', 'patientGrant.create', sharing('own')],
    ['S2.106 a privacy officer does so too', 'privacy-officer', 'patientGrant.create', sharing('other')],
    [
      'S2.106 a provider shares a patient of their own',
      { who: 'primary-care-provider', limitedTo: 'own' },
      'patientGrant.create',
      sharing('own'),
    ],
  ),
  ...permits('sensitive_read', ['S2.106 a manager opens what was shared', 'manager', 'patientGrant.read', grant]),
  ...permits('patient_grant_listed', [
    'S2.106 a manager looks at what is shared',
    'manager',
    'patientGrant.find',
    grants,
  ]),
  ...denies(
    'NOT_FOUND',
    'outOfScope',
    'sensitive_read',
    ['S2.106 another patient is not there for them', 'covering', 'patient.read', ofPatient('own')],
    ['S2.106 a patient shared from tomorrow on is not there today', 'covering-tomorrow', 'patient.read', shared],
  ),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'patient_grant_added', [
    'S2.106 nobody shares a patient whom they do not reach themselves',
    { who: 'primary-care-provider', limitedTo: 'own' },
    'patientGrant.create',
    sharing('other'),
  ]),
  ...denies(
    'CONSTRAINT_VIOLATED',
    'CONSTRAINT_VIOLATED',
    'patient_grant_added',
    [
      'S2.106 nobody shares a patient for more than a year',
      'manager',
      'patientGrant.create',
      sharing('own', { validUntil: '2028-01-01' }),
    ],
    [
      'S2.106 nobody shares a patient for days that are past',
      'manager',
      'patientGrant.create',
      sharing('own', { validFrom: YESTERDAY, validUntil: YESTERDAY }),
    ],
    [
      'S2.106 nor for days that end before they begin',
      'manager',
      'patientGrant.create',
      sharing('own', { validFrom: '2026-11-30', validUntil: '2026-11-29' }),
    ],
  ),
  ...denies('FORBIDDEN', 'ownRights', 'patient_grant_added', [
    'S2.106 nobody shares a patient with themselves',
    'manager',
    'patientGrant.create',
    sharing('own', withSelf('manager')),
  ]),
  ...lacks(
    'patientGrant:create',
    'patient_grant_added',
    ['S2.106 the front desk shares no patient', 'front-desk', 'patientGrant.create', sharing('own')],
    ['S2.106 nor does whoever a patient is shared with', 'covering', 'patientGrant.create', sharing('own')],
    ['S2.106 nor does billing', 'billing', 'patientGrant.create', sharing('own')],
  ),
  ...lacks('patientGrant:read', 'patient_grant_listed', [
    'S2.106 the front desk does not see what is shared',
    'front-desk',
    'patientGrant.find',
    grants,
  ]),
];

const PATIENT: readonly AccessCase[] = [
  ...permits('sensitive_read', [
    'S1.23 the role Patient opens the record it is linked to',
    'patient',
    'patient.read',
    ofPatient('other'),
  ]),
  ...permits('patient_listed', ['S1.23 its list is that record alone', 'patient', 'patient.find', patients]),
  ...denies('NOT_FOUND', 'outOfScope', 'sensitive_read', [
    'S1.23 the record of somebody else is not there for the role Patient',
    'patient',
    'patient.read',
    ofPatient('own'),
  ]),
  ...lacks('note:read', 'sensitive_read', [
    'S1.23 the role Patient opens no clinical note',
    'patient',
    'note.read',
    async ({ sensitive }) => ({ id: sensitive.noteOfProvider }),
  ]),
  ...lacks('patient:export', 'patient_exported', [
    'S1.23 the role Patient saves no list of patients',
    'patient',
    'patient.export',
    async () => PROCEDURES['patient.export'].example,
  ]),
  ...lacks('user:read', 'users_listed', [
    'S1.23 the role Patient sees no users',
    'patient',
    'user.find',
    async () => PROCEDURES['user.find'].example,
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'user_created', [
    'S1.23 the role Patient is not given without the record it opens',
    'super-user',
    'user.add',
    added('kiosk', 'patient'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'privilege_permissions_changed', [
    'S1.23 the role Patient stands alone',
    'super-user',
    'user.update',
    changedUser('patient', { roleIds: ['patient', 'front-desk'] }),
  ]),
];

const LOANS: readonly AccessCase[] = [
  ...denies('FORBIDDEN', 'givesWhatTheyLack', 'user_created', [
    'P5 a role on loan is not handed on',
    'lent-clerk',
    'user.add',
    added('pbrown', 'billing'),
  ]),
  ...denies('FORBIDDEN', 'ownRights', 'privilege_permissions_changed', [
    'S4.07 nobody takes the end date from a role of their own',
    'lent-clerk',
    'user.update',
    changedUser('lent-clerk', { roleTerms: [] }),
  ]),
  ...permits('privilege_permissions_changed', [
    'S4.07 a Super User gives somebody a right for a time',
    'super-user',
    'user.update',
    changedUser('spare', {
      exceptions: [{ permission: 'inventory:read', effect: 'grant', dates: { validFrom: null, validUntil: TOMORROW } }],
    }),
  ]),
];

/** Why `holder` cannot open the patient at `place`, or `shared` one. */
const whyNot =
  (holder: string, place: Place | 'shared') =>
  async ({ userIds, limits }: CaseWorld) => ({
    userId: userIds.get(holder) ?? '',
    procedure: 'patient.read',
    targetId: place === 'shared' ? limits.shared : limits.patientAt[place],
  });

const WHY: readonly AccessCase[] = permits(
  'access_explained',
  [
    'S2.14 why a patient is not there: the location',
    'security-officer',
    'access.explain',
    whyNot('north-desk', 'south'),
  ],
  [
    'S2.14 why a patient is not there: the role has ended',
    'security-officer',
    'access.explain',
    whyNot('ended-desk', 'main'),
  ],
  [
    'S2.14 why a patient is not there: outside the hours',
    'security-officer',
    'access.explain',
    whyNot('weekday-desk', 'main'),
  ],
  [
    'S2.14 why a patient is not there: a role of another place',
    'security-officer',
    'access.explain',
    whyNot('two-desks', 'main'),
  ],
  [
    'S2.14 why a patient is not there: not assigned and not shared',
    'security-officer',
    'access.explain',
    whyNot('covering', 'main'),
  ],
  ['S2.14 why a shared patient is there', 'security-officer', 'access.explain', whyNot('covering', 'shared')],
);

export const SHARE_CASES: readonly AccessCase[] = [...SHARES, ...PATIENT, ...LOANS, ...WHY];
