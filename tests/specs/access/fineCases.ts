// Access finer than a cell of the matrix, case by case: masks, labels, one's own rows, ePHI Restricted, single ticks.
import { type CallInput, PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import {
  aboutUser,
  type CaseWorld,
  changedPatient,
  logSearch,
  ofPatient,
  type SensitiveRecords,
} from './caseInputs.ts';
import { permittedAnswers } from './permittedAnswers.ts';

const on =
  (which: keyof SensitiveRecords) =>
  async ({ sensitive }: CaseWorld) => ({ id: sensitive[which] });
/** The input of the access matrix: real ids, and an older state for changes. */
const usual = (name: ProcedureName) => async (world: CaseWorld) => permittedAnswers(world)[name]?.input;
const example = (name: ProcedureName) => async () => PROCEDURES[name].example;

/** A note of a class that needs a right of its own, to be added. */
function labelled(noteClass: 'mentalHealth' | 'substanceUse') {
  return async ({ patientId }: CaseWorld): Promise<CallInput<'note.create'>> => ({
    fields: { ...PROCEDURES['note.create'].example.fields, patientId: patientId.own, noteClass },
  });
}

/** Which numbers of a patient each of them sees masked (S2.60). */
const MASKED: readonly (readonly [sentence: string, who: string, masked: readonly string[]])[] = [
  ['S2.60 the front desk sees no social security number', 'front-desk', ['ssn']],
  ['S2.60 billing sees no social security number', 'billing', ['ssn']],
  ['S2.60 a manager sees no social security number', 'manager', ['ssn']],
  ['S2.60 a provider sees neither social security nor insurance numbers', 'provider', ['ssn', 'memberNumber']],
  [
    'S2.60 the medical care staff sees neither social security nor insurance numbers',
    'medical-care-staff',
    ['ssn', 'memberNumber'],
  ],
  [
    'S2.60 a referred care provider sees none of the numbers',
    'referred-care-provider',
    ['ssn', 'phone', 'memberNumber'],
  ],
  ['S2.60 a privacy officer sees none of the numbers', 'privacy-officer', ['ssn', 'phone', 'memberNumber']],
  ['S2.60 an office administrator sees all numbers of a patient', 'office-administrator', []],
  ['C4 a Super User sees all numbers of a patient', 'super-user', []],
  ['C1 a phone number unticked for one person is masked for them alone', 'desk-without-phones', ['ssn', 'phone']],
];

const MASKS = MASKED.flatMap(([sentence, who, masked]) =>
  permits('sensitive_read', [sentence, who, 'patient.read', on('numbered')]).map((one) => ({ ...one, masked })),
);

const LABELS: readonly AccessCase[] = [
  ...permits(
    'sensitive_read',
    [
      'S3.11 a primary care provider opens a mental health note',
      'primary-care-provider',
      'note.read',
      on('mentalHealth'),
    ],
    [
      'S3.11 a primary care provider opens a substance use note',
      'primary-care-provider',
      'note.read',
      on('substanceUse'),
    ],
    [
      'S2.17 the owner role opens a mental health note, because the role says so',
      'owner-admin',
      'note.read',
      on('mentalHealth'),
    ],
    ['S3.11 a manager opens a confidential patient', 'manager', 'patient.read', on('confidential')],
    ['S3.11 a privacy officer opens a confidential patient', 'privacy-officer', 'patient.read', on('confidential')],
    ['C4 a Super User opens a confidential patient', 'super-user', 'patient.read', on('confidential')],
  ),
  ...denies(
    'NOT_FOUND',
    'outOfScope',
    'sensitive_read',
    [
      'S3.11 a mental health note is not there for a Super User without a role',
      'super-user',
      'note.read',
      on('mentalHealth'),
    ],
    [
      'S3.11 a substance use note is not there for a Super User without a role',
      'super-user',
      'note.read',
      on('substanceUse'),
    ],
    [
      'S3.11 a mental health note is not there for the medical care staff',
      'medical-care-staff',
      'note.read',
      on('mentalHealth'),
    ],
    [
      'S3.11 a substance use note is not there for the medical care staff',
      'medical-care-staff',
      'note.read',
      on('substanceUse'),
    ],
    [
      'S3.11 a mental health note is not there for a referred care provider',
      'referred-care-provider',
      'note.read',
      on('mentalHealth'),
    ],
    ['S3.11 a confidential patient is not there for the front desk', 'front-desk', 'patient.read', on('confidential')],
    ['S3.11 a confidential patient is not there for billing', 'billing', 'patient.read', on('confidential')],
    [
      'S3.11 a confidential patient is not there for a provider without that right',
      'provider',
      'patient.read',
      on('confidential'),
    ],
    [
      'S3.11 a confidential patient is not there for the medical care staff',
      'medical-care-staff',
      'patient.read',
      on('confidential'),
    ],
  ),
  ...lacks(
    'note:read',
    'sensitive_read',
    ['S3.11 billing opens no mental health note', 'billing', 'note.read', on('mentalHealth')],
    ['S3.11 a manager opens no mental health note', 'manager', 'note.read', on('mentalHealth')],
  ),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'note_added', [
    'S3.11 the medical care staff writes no mental health note, which it could not open again',
    'medical-care-staff',
    'note.create',
    labelled('mentalHealth'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'note_added', [
    'S3.11 a Super User without a role writes no substance use note',
    'super-user',
    'note.create',
    labelled('substanceUse'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'patient_changed', [
    'S3.11 a provider does not mark a patient confidential out of their own sight',
    'provider',
    'patient.update',
    changedPatient('own', { sensitivity: 'confidential' }),
  ]),
];

const OWN: readonly AccessCase[] = [
  ...permits(
    'sensitive_read',
    ['S2.27 a provider opens a note of their own', 'provider', 'note.read', on('noteOfProvider')],
    ['S2.27 call handling opens a call of its own', 'call-handling', 'call.read', on('callOfHandler')],
  ),
  ...permits('note_history_read', [
    'S2.27 a provider looks at the history of a note of their own',
    'provider',
    'note.readHistory',
    on('noteOfProvider'),
  ]),
];

const RESTRICTED: readonly AccessCase[] = [
  ...denies(
    'FORBIDDEN',
    'phiRestricted',
    'sensitive_read',
    ['S1.09 a manager marked ePHI Restricted opens no patient', 'restricted-manager', 'patient.read', ofPatient('own')],
    ['S1.09 a manager marked ePHI Restricted opens no claim', 'restricted-manager', 'claim.read', usual('claim.read')],
    [
      'S1.09 a manager marked ePHI Restricted opens no appointment',
      'restricted-manager',
      'appointment.read',
      usual('appointment.read'),
    ],
    ['S1.09 a manager marked ePHI Restricted opens no call', 'restricted-manager', 'call.read', usual('call.read')],
    [
      'S1.09 a Super User marked ePHI Restricted opens no patient',
      'restricted-owner',
      'patient.read',
      ofPatient('own'),
    ],
    [
      'S1.09 a Super User marked ePHI Restricted opens no clinical note',
      'restricted-owner',
      'note.read',
      usual('note.read'),
    ],
  ),
  ...denies('FORBIDDEN', 'phiRestricted', 'payment_listed', [
    'S1.09 a manager marked ePHI Restricted sees no list of payments',
    'restricted-manager',
    'payment.find',
    usual('payment.find'),
  ]),
  ...denies('FORBIDDEN', 'phiRestricted', 'patient_exported', [
    'S1.09 a manager marked ePHI Restricted saves no list of patients',
    'restricted-manager',
    'patient.export',
    usual('patient.export'),
  ]),
  ...denies('FORBIDDEN', 'phiRestricted', 'billing_report_read', [
    'S1.09 a manager marked ePHI Restricted reads no billing report',
    'restricted-manager',
    'report.readBilling',
    example('report.readBilling'),
  ]),
  ...denies('FORBIDDEN', 'phiRestricted', 'import_file_chosen', [
    'S1.09 a manager marked ePHI Restricted imports no patients',
    'restricted-manager',
    'import.choose',
    async () => ({ kind: 'patient' }),
  ]),
  ...denies('FORBIDDEN', 'phiRestricted', 'audit_searched', [
    'S1.09 a Super User marked ePHI Restricted searches no log, which names patients',
    'restricted-owner',
    'audit.find',
    logSearch('log'),
  ]),
  ...permits('product_listed', [
    'S1.09 a manager marked ePHI Restricted goes on with the stock',
    'restricted-manager',
    'product.find',
    usual('product.find'),
  ]),
  ...permits('punch_listed', [
    'S1.09 a manager marked ePHI Restricted goes on with working time',
    'restricted-manager',
    'punch.find',
    usual('punch.find'),
  ]),
  ...permits('users_listed', [
    'S1.09 a Super User marked ePHI Restricted goes on with the users',
    'restricted-owner',
    'user.find',
    logSearch('users'),
  ]),
  ...denies('FORBIDDEN', 'ownRights', 'phi_restriction_changed', [
    'C4 a Super User does not lift the restriction from themselves',
    'restricted-owner',
    'user.setPhiRestricted',
    aboutUser('restricted-owner', { isPhiRestricted: false }),
  ]),
  ...denies('FORBIDDEN', 'givesWhatTheyLack', 'phi_restriction_changed', [
    'P5 Access Security lifts no restriction from somebody with rights it lacks',
    'access-security',
    'user.setPhiRestricted',
    aboutUser('restricted-manager', { isPhiRestricted: false }),
  ]),
];

const TICKS: readonly AccessCase[] = [
  ...permits('claim_listed', [
    'C1 somebody at the front desk with a tick for claims looks at them',
    'desk-with-claims',
    'claim.find',
    usual('claim.find'),
  ]),
  ...lacks('claim:update', 'claim_changed', [
    'C1 somebody with a tick to look at claims changes none, because View brings no Edit',
    'desk-with-claims',
    'claim.update',
    usual('claim.update'),
  ]),
  ...lacks('claim:export', 'claim_exported', [
    'S2.25 somebody with a tick to look at claims saves none, because Export is never implied',
    'desk-with-claims',
    'claim.export',
    usual('claim.export'),
  ]),
  ...lacks('claim:update', 'claim_changed', [
    'S5.07 whoever may no longer add claims does not change them either',
    'billing-that-adds-none',
    'claim.update',
    usual('claim.update'),
  ]),
  ...permits('claim_listed', [
    'S5.07 whoever may no longer add claims still looks at them',
    'billing-that-adds-none',
    'claim.find',
    usual('claim.find'),
  ]),
];

export const FINE_CASES: readonly AccessCase[] = [...MASKS, ...LABELS, ...OWN, ...RESTRICTED, ...TICKS];
