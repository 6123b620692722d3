// Access to the copy of a record and to who opened it, case by case (S1.23).
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';

const PERIOD = { fromDay: '2026-11-01', toDay: '2026-11-22' };
const purpose = 'Asked by the patient.';
type Whose = 'own' | 'other' | 'confidential';

const idOf = (whose: Whose, { patientId, sensitive }: CaseWorld) =>
  whose === 'confidential' ? sensitive.confidential : patientId[whose];
const copy =
  (whose: Whose) =>
  async (world: CaseWorld): Promise<CallInput<'patient.printCopy'>> => ({ id: idOf(whose, world), purpose });
const seen =
  (whose: Whose) =>
  async (world: CaseWorld): Promise<CallInput<'patient.findAccesses'>> => ({ id: idOf(whose, world), ...PERIOD });
const seenOnPaper =
  (whose: Whose) =>
  async (world: CaseWorld): Promise<CallInput<'patient.printAccesses'>> => ({
    ...PERIOD,
    id: idOf(whose, world),
    purpose,
  });

const COPIES: readonly AccessCase[] = [
  ...permits(
    'patient_copy_printed',
    ['S1.23 a patient prints the record they are linked to', 'patient', 'patient.printCopy', copy('other')],
    ['S1.23 the front desk prints a copy for the patient who asks', 'front-desk', 'patient.printCopy', copy('own')],
    ['S1.23 office staff do so too', 'office-staff', 'patient.printCopy', copy('own')],
    [
      'S1.23 a primary care provider prints the record of a patient of theirs',
      { who: 'primary-care-provider', limitedTo: 'own' },
      'patient.printCopy',
      copy('own'),
    ],
    [
      'S3.11 a privacy officer prints a confidential record, which they may open',
      'privacy-officer',
      'patient.printCopy',
      copy('confidential'),
    ],
  ),
  ...denies(
    'NOT_FOUND',
    'outOfScope',
    'patient_copy_printed',
    ['S1.23 a patient prints no record of somebody else', 'patient', 'patient.printCopy', copy('own')],
    [
      'S3.11 the front desk prints no confidential record, which it cannot open',
      'front-desk',
      'patient.printCopy',
      copy('confidential'),
    ],
    [
      'S5.14 nobody prints a record outside their provider limit',
      { who: 'primary-care-provider', limitedTo: 'own' },
      'patient.printCopy',
      copy('other'),
    ],
  ),
  ...lacks(
    'patient:printCopy',
    'patient_copy_printed',
    ['S1.23 billing reads patients, and prints no copy of a record', 'billing', 'patient.printCopy', copy('own')],
    ['S1.23 a security officer prints none', 'security-officer', 'patient.printCopy', copy('own')],
    ['S1.23 whoever may order stock prints none', 'inventory', 'patient.printCopy', copy('own')],
  ),
  ...denies('FORBIDDEN', 'phiRestricted', 'patient_copy_printed', [
    'S1.09 a manager marked ePHI Restricted prints no copy',
    'restricted-manager',
    'patient.printCopy',
    copy('own'),
  ]),
];

const RECEIPTS: readonly AccessCase[] = [
  ...permits(
    'patient_accesses_viewed',
    ['S1.23 a patient sees who opened their record', 'patient', 'patient.findAccesses', seen('other')],
    [
      'S1.23 a privacy officer sees who opened the record of a patient who asks',
      'privacy-officer',
      'patient.findAccesses',
      seen('own'),
    ],
    ['S1.23 a manager does so too', 'manager', 'patient.findAccesses', seen('own')],
  ),
  ...permits(
    'patient_accesses_printed',
    ['S1.23 a patient prints who opened their record', 'patient', 'patient.printAccesses', seenOnPaper('other')],
    [
      'S1.23 an office administrator prints it for the patient',
      'office-administrator',
      'patient.printAccesses',
      seenOnPaper('own'),
    ],
  ),
  ...denies('NOT_FOUND', 'outOfScope', 'patient_accesses_viewed', [
    'S1.23 a patient does not see who opened the record of somebody else',
    'patient',
    'patient.findAccesses',
    seen('own'),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'patient_accesses_printed', [
    'S5.14 nobody prints who opened a record outside their provider limit',
    { who: 'manager', limitedTo: 'own' },
    'patient.printAccesses',
    seenOnPaper('other'),
  ]),
  ...lacks(
    'patient:readAccesses',
    'patient_accesses_viewed',
    [
      'S1.23 the front desk does not see which colleague opened a record',
      'front-desk',
      'patient.findAccesses',
      seen('own'),
    ],
    [
      'S1.23 a security officer reads the log, and asks no patient’s receipt',
      'security-officer',
      'patient.findAccesses',
      seen('own'),
    ],
  ),
];

export const CHART_CASES: readonly AccessCase[] = [...COPIES, ...RECEIPTS];
