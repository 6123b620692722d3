// Access to patients, providers and imports, case by case.
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import { addedPatient, changedPatient, ofPatient, ofProvider, STRANGER } from './caseInputs.ts';

const list = async () => PROCEDURES['patient.find'].example;
const saved = async (): Promise<CallInput<'patient.export'>> => PROCEDURES['patient.export'].example;

export const RECORD_CASES: readonly AccessCase[] = [
  ...permits(
    'sensitive_read',
    ['S2.20 the front desk opens a patient', 'front-desk', 'patient.read', ofPatient('own')],
    ['S2.21 billing opens a patient to bill', 'billing', 'patient.read', ofPatient('own')],
    [
      'S5.14 a provider opens a patient of their own',
      { who: 'provider', limitedTo: 'own' },
      'patient.read',
      ofPatient('own'),
    ],
    ['S1.24 a privacy officer opens a patient to compare', 'privacy-officer', 'patient.read', ofPatient('own')],
    ['S1.05 a Super User opens a patient, and the log says so', 'super-user', 'patient.read', ofPatient('own')],
    [
      'C4 a Super User opens a patient whatever limit is stored',
      { who: 'super-user', limitedTo: 'none' },
      'patient.read',
      ofPatient('own'),
    ],
  ),
  ...permits('patient_changed', [
    'S2.18 a manager changes a patient',
    'manager',
    'patient.update',
    changedPatient('own'),
  ]),
  ...permits('patient_listed', [
    'S5.14 whoever has no provider sees an empty list',
    { who: 'front-desk', limitedTo: 'none' },
    'patient.find',
    list,
  ]),
  ...permits('patient_added', [
    'S5.14 a provider adds a patient of their own',
    { who: 'provider', limitedTo: 'own' },
    'patient.create',
    addedPatient('own'),
  ]),
  ...permits('patient_exported', ['S2.18 a manager saves a list of patients', 'manager', 'patient.export', saved]),
  ...lacks(
    'patient:create',
    'patient_added',
    ['S2.20 the front desk adds no patient', 'front-desk', 'patient.create', addedPatient('own')],
    ['S2.21 billing adds no patient', 'billing', 'patient.create', addedPatient('own')],
  ),
  ...lacks(
    'patient:export',
    'patient_exported',
    ['S2.20 the front desk saves no list of patients', 'front-desk', 'patient.export', saved],
    ['S2.19 a provider saves no list of patients', 'provider', 'patient.export', saved],
  ),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'patient_added', [
    'S5.14 a provider adds no patient of another provider',
    { who: 'provider', limitedTo: 'own' },
    'patient.create',
    addedPatient('other'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'patient_changed', [
    'S5.14 a provider does not hand a patient on out of their own sight',
    { who: 'provider', limitedTo: 'own' },
    'patient.update',
    changedPatient('own', { providerIds: [] }),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'patient_deleted', [
    'S5.14 a patient of other providers is not there to be deleted',
    { who: 'office-administrator', limitedTo: 'other' },
    'patient.delete',
    ofPatient('own', 'delete'),
  ]),
  ...lacks(
    'patient:update',
    'patient_changed',
    ['S2.20 the front desk does not change a patient', 'front-desk', 'patient.update', changedPatient('own')],
    ['S2.21 billing does not change a patient', 'billing', 'patient.update', changedPatient('own')],
  ),
  ...lacks(
    'patient:delete',
    'patient_deleted',
    ['S2.20 the front desk does not delete a patient', 'front-desk', 'patient.delete', ofPatient('own', 'delete')],
    ['S2.18 a manager does not delete a patient', 'manager', 'patient.delete', ofPatient('own', 'delete')],
  ),
  ...lacks(
    'patient:read',
    'sensitive_read',
    ['S2.22 inventory opens no patient', 'inventory', 'patient.read', ofPatient('own')],
    ['S2.23 call handling opens no patient', 'call-handling', 'patient.read', ofPatient('own')],
    ['S5.09 Access Security opens no patient', 'access-security', 'patient.read', ofPatient('own')],
    ['S1.01 a security officer opens no patient', 'security-officer', 'patient.read', ofPatient('own')],
    [
      'S5.14 a right that is missing is said before any limit',
      { who: 'inventory', limitedTo: 'other' },
      'patient.read',
      ofPatient('own'),
    ],
  ),
  ...lacks('patient:read', 'patient_listed', [
    'S2.16 without a role there is no list',
    'no-role',
    'patient.find',
    list,
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'sensitive_read', [
    'S5.14 a patient of other providers is not there for a provider',
    { who: 'provider', limitedTo: 'other' },
    'patient.read',
    ofPatient('own'),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'patient_changed', [
    'S5.14 a patient of other providers is not there to be changed',
    { who: 'provider', limitedTo: 'other' },
    'patient.update',
    changedPatient('own'),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'provider_opened', [
    'S5.14 another provider is not there for billing',
    { who: 'billing', limitedTo: 'other' },
    'provider.read',
    ofProvider('own'),
  ]),
  ...denies('NOT_FOUND', 'notFound', 'sensitive_read', [
    'S5.14 a patient that does not exist is not there either',
    'front-desk',
    'patient.read',
    ofPatient('missing'),
  ]),
  ...lacks('list:delete', 'provider_deleted', [
    'S2.18 a manager deletes no provider',
    'manager',
    'provider.delete',
    ofProvider('own', 'delete'),
  ]),
  ...lacks('people:import', 'import_file_chosen', [
    'S2.107 the front desk imports nobody',
    'front-desk',
    'import.choose',
    async () => ({ kind: 'patient' }),
  ]),
  ...denies('UNAUTHENTICATED', 'notSignedIn', 'patient_listed', [
    'S2.91 a window nobody is signed in at lists nobody',
    STRANGER,
    'patient.find',
    list,
  ]),
];
