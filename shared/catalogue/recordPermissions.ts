// Permissions finer than a cell of the matrix: own rows only, sensitive classes of notes, masked fields.
import type { MaskGroup } from '../authorization/mask.ts';
import type { SensitivityLabel } from '../authorization/scope.ts';
import type { PermissionEntry } from './permissions.ts';

const fine = (label: string, category: string, description: string, reachesPhi = true) =>
  ({
    label,
    category,
    description,
    reachesPhi,
    hipaa: ['164.502(b)', '164.312(a)(1)'],
  }) as const satisfies PermissionEntry;

/** Shown beside the matrix, under the area they belong to (S2.27, S2.60, S3.11). */
export const RECORD_PERMISSIONS = {
  'note:readOwn': fine('Own clinical notes: View', 'Clinical notes', 'Look at the notes one has written.'),
  'note:createOwn': fine('Own clinical notes: Add Data', 'Clinical notes', 'Write notes under one’s own name.'),
  'note:updateOwn': fine('Own clinical notes: Edit Data', 'Clinical notes', 'Change and sign one’s own notes.'),
  'call:readOwn': fine('Own calls: View', 'Calls', 'Look at the calls and tasks handed to one.'),
  'call:createOwn': fine('Own calls: Add Data', 'Calls', 'Enter calls that one takes.'),
  'call:updateOwn': fine('Own calls: Edit Data', 'Calls', 'Finish or hand on one’s own calls.'),
  'timeClock:readOwn': fine('Own punches: View', 'Time clock', 'Look at one’s own working time.', false),
  'timeClock:createOwn': fine('Own punches: Add Data', 'Time clock', 'Punch in and out.', false),
  'note:readMentalHealth': {
    ...fine('Mental health notes', 'Clinical notes', 'Reach notes labelled mental health.'),
    onlyByRoleOrTick: true,
  },
  'note:readSubstanceUse': {
    ...fine('Substance use notes', 'Clinical notes', 'Reach notes labelled substance use.'),
    onlyByRoleOrTick: true,
  },
  'patient:readConfidential': fine('Confidential patients', 'Patients', 'Reach records marked confidential.'),
  'patient:readSsn': fine('See social security numbers', 'Patients', 'Without it only the last four digits show.'),
  'patient:readInsurance': fine('See insurance numbers', 'Patients', 'Without it the member number is hidden.'),
  'patient:readPhone': fine('See phone numbers', 'Patients', 'Without it only the last two digits show.'),
  'patient:printCopy': {
    ...fine('Print record copies', 'Patients', 'Print the record of one patient, to be handed to the patient.'),
    hipaa: ['164.524(a)(1)', '164.502(b)'],
  },
  'patient:readAccesses': {
    ...fine(
      'See who opened a record',
      'Patients',
      'Look at and print who opened or changed one patient record, and when.',
    ),
    hipaa: ['164.528(a)(1)', '164.312(b)'],
  },
  'report:readMetrics': fine(
    'Provider metrics',
    'Reports',
    'Bookings, revenue, ratings and commission of providers.',
    false,
  ),
  'report:exportMetrics': fine(
    'Provider metrics: Export',
    'Reports',
    'Save the figures of providers to a file.',
    false,
  ),
  'report:setCommission': fine(
    'Provider commission: Edit Data',
    'Reports',
    'Set which part of what is received goes to a provider.',
    false,
  ),
} as const satisfies Record<string, PermissionEntry>;

export type RecordPermissionId = keyof typeof RECORD_PERMISSIONS;

/** The right over one's own rows that answers where the right over all rows is missing (S2.27). */
export const OWN_PERMISSIONS: Readonly<Partial<Record<string, RecordPermissionId>>> = {
  'note:read': 'note:readOwn',
  'note:create': 'note:createOwn',
  'note:update': 'note:updateOwn',
  'call:read': 'call:readOwn',
  'call:create': 'call:createOwn',
  'call:update': 'call:updateOwn',
  'timeClock:read': 'timeClock:readOwn',
  'timeClock:create': 'timeClock:createOwn',
};

/** The right that opens rows of each sensitivity label, besides the right of their area. */
export const LABEL_PERMISSIONS: Readonly<Record<SensitivityLabel, RecordPermissionId>> = {
  mentalHealth: 'note:readMentalHealth',
  substanceUse: 'note:readSubstanceUse',
  confidential: 'patient:readConfidential',
};

/** The right that shows the fields of each mask group. */
export const MASK_PERMISSIONS: Readonly<Record<MaskGroup, RecordPermissionId>> = {
  ssn: 'patient:readSsn',
  insurance: 'patient:readInsurance',
  phone: 'patient:readPhone',
};
