// Access to unused rights and to what is expected of rights, case by case (P2, P6).
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';

const NOWHERE = '01900000-0000-7000-8000-00000000ffff';
const nothing = async () => ({});
const ninetyDays = async () => ({ days: 90 });
const unusedOf = (holder: string) => async (world: CaseWorld) => ({
  userId: holder === 'plain' ? world.plainUserId : (world.userIds.get(holder) ?? ''),
  days: 90,
});
const expected = (act: string, about: 'any' | 'own' | 'other', isMust = false) => {
  return async (world: CaseWorld) => ({
    fields: {
      who: { kind: 'user', id: world.plainUserId },
      isMust,
      act,
      about: about === 'any' ? { kind: 'any' } : { kind: 'patient', id: world.patientId[about] },
    },
  });
};
const aMissingOne = async () => ({ expectationId: NOWHERE, version: 1, reason: 'Asked by the owner.' });

const disablingOf = (holder: string) => async (world: CaseWorld) => ({
  change: { procedure: 'user.disable', input: { userId: world.userIds.get(holder) ?? '', version: 1 } },
});

export const EXPECTATION_CASES: readonly AccessCase[] = [
  ...permits(
    'unused_rights_listed',
    ['P2 an owner looks which rights nobody used', 'owner-admin', 'access.findUnused', ninetyDays],
    ['P2 a privacy officer, who sees users, looks as well', 'privacy-officer', 'access.findUnused', ninetyDays],
    ['P2 Access Security looks which rights nobody used', 'access-security', 'access.findUnused', ninetyDays],
  ),
  ...lacks(
    'user:read',
    'unused_rights_listed',
    ['P2 a manager does not learn who leaves rights unused', 'manager', 'access.findUnused', ninetyDays],
    ['P2 nor does the front desk', 'front-desk', 'access.findUnused', ninetyDays],
  ),
  ...permits('unused_rights_viewed', [
    'P2 a security officer looks at what one person did not use',
    'security-officer',
    'access.readUnused',
    unusedOf('plain'),
  ]),
  ...lacks('user:read', 'unused_rights_viewed', [
    'P2 billing does not look at what one person did not use, not even at itself',
    'billing',
    'access.readUnused',
    unusedOf('billing'),
  ]),
  ...permits(
    'expectations_listed',
    ['P6 a privacy officer reads what is expected of rights', 'privacy-officer', 'expectation.find', nothing],
    ['P6 Access Security reads it', 'access-security', 'expectation.find', nothing],
  ),
  ...lacks('user:read', 'expectations_listed', [
    'P6 a provider does not read what is expected of rights',
    'provider',
    'expectation.find',
    nothing,
  ]),
  ...permits('rights_change_previewed', [
    'P6 Access Security looks what disabling somebody would do to expectations',
    'access-security',
    'expectation.preview',
    disablingOf('billing'),
  ]),
  ...lacks('user:read', 'rights_change_previewed', [
    'P6 a manager does not learn what a change of rights would do to expectations',
    'manager',
    'expectation.preview',
    disablingOf('billing'),
  ]),
  ...permits(
    'expectation_created',
    [
      'P6 a Super User writes down that somebody must not open a patient’s notes',
      'super-user',
      'expectation.create',
      expected('note.read', 'own'),
    ],
    [
      'P6 Access Security writes down that somebody must not delete claims',
      'access-security',
      'expectation.create',
      expected('claim.delete', 'any'),
    ],
  ),
  ...lacks(
    'user:update',
    'expectation_created',
    [
      'P6 a privacy officer, who changes no rights, writes no expectation',
      'privacy-officer',
      'expectation.create',
      expected('claim.read', 'any'),
    ],
    ['P6 nor does a manager', 'manager', 'expectation.create', expected('claim.read', 'any')],
  ),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'expectation_created', [
    'P6 Access Security, who opens no patient, cannot name one in an expectation',
    'access-security',
    'expectation.create',
    expected('note.read', 'other'),
  ]),
  ...denies('NOT_FOUND', 'NOT_FOUND', 'expectation_deleted', [
    'P6 an expectation that is not there cannot be deleted',
    'super-user',
    'expectation.delete',
    aMissingOne,
  ]),
  ...lacks('user:update', 'expectation_deleted', [
    'P6 a privacy officer deletes no expectation',
    'privacy-officer',
    'expectation.delete',
    aMissingOne,
  ]),
];
