// The roles shipped on first run and the permissions each is granted (S1.01, S2.16 to S2.23).

import { PATIENT_ROLE_ID } from './patientRole.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from './permissions.ts';
import { cells } from './roleCells.ts';

export interface DefaultRole {
  readonly id: string;
  /** Sort key; coded roles keep the code of their published list, clinic roles follow from 1000. */
  readonly code: number;
  readonly name: string;
  readonly kind: 'coded' | 'clinic';
  readonly purpose: string;
  readonly permissions: readonly PermissionId[];
}

/** What everybody on the payroll may do with their own working time (S2.114). */
const OWN_TIME: readonly PermissionId[] = ['timeClock:readOwn', 'timeClock:createOwn'];

/** Seeing users, roles, settings and the log, without changing anything. */
const WATCHING_SECURITY: readonly PermissionId[] = [
  ...(['user:read', 'user:export', 'role:read', 'role:export', 'setting:read'] as const),
  ...(['audit:read', 'audit:verify', 'audit:export'] as const),
];

/** Consents, their wording, and patients shared with somebody for a time (S4.12, S2.106). */
const KEEPING_PRIVACY = cells('consent vedx', 'consentTemplate vedx', 'patientGrant vedx');
/** Asking for a consent at the desk (S4.12). */
const TAKING_CONSENTS = cells('consent vc', 'consentTemplate v');

/** What a patient may ask for: a copy of the record, and who opened it (45 CFR 164.524, 164.528). */
const ANSWERING_PATIENTS = ['patient:printCopy', 'patient:readAccesses'] as const;

/** What providers do and earn (S2.34). */
const MEASURING_PROVIDERS = ['report:readMetrics', 'report:exportMetrics', 'report:setCommission'] as const;

const everythingButSuperUser = PERMISSION_IDS.filter((id) => PERMISSIONS[id].category !== 'Super User');

export const DEFAULT_ROLES: readonly DefaultRole[] = [
  {
    id: 'office-administrator',
    code: 100,
    name: 'Office Administrator',
    kind: 'coded',
    purpose: 'Runs the office: every area of data but clinical notes; no logins and no security settings.',
    permissions: [
      ...cells(
        'claim vedxa',
        'list vedx',
        'financial vedxa',
        'patient vedx',
        'schedule vedx',
        'inventory vedx',
        'call vedx',
        'timeClock vedxa',
        'report vx',
        'organization ve',
      ),
      ...KEEPING_PRIVACY,
      'people:import',
      'patient:readConfidential',
      'patient:readSsn',
      'patient:readInsurance',
      'patient:readPhone',
      ...ANSWERING_PATIENTS,
      ...MEASURING_PROVIDERS,
    ],
  },
  {
    id: 'office-staff',
    code: 200,
    name: 'Office Staff',
    kind: 'coded',
    purpose: 'Daily office work: contact data, appointments and calls; no clinical notes.',
    permissions: [
      ...cells('patient ve', 'schedule ve', 'call ve', 'list v', 'claim v'),
      ...TAKING_CONSENTS,
      ...OWN_TIME,
      'patient:readInsurance',
      'patient:readPhone',
      'patient:printCopy',
    ],
  },
  {
    id: 'security-officer',
    code: 500,
    name: 'Security Officer',
    kind: 'coded',
    purpose: 'Watches the activity log and the security settings; reaches no patient record.',
    permissions: WATCHING_SECURITY,
  },
  {
    id: 'privacy-officer',
    code: 525,
    name: 'Privacy Officer',
    kind: 'coded',
    purpose: 'Answers who saw which patient, and keeps consents: activity log, roles, patient records to compare.',
    permissions: [
      ...cells('patient v', 'report vx'),
      ...KEEPING_PRIVACY,
      'patient:readConfidential',
      ...ANSWERING_PATIENTS,
      'user:read',
      'role:read',
      'role:export',
      'audit:read',
      'audit:export',
    ],
  },
  {
    id: 'medical-care-staff',
    code: 700,
    name: 'Medical Care Staff',
    kind: 'coded',
    purpose: 'Assists in treatment: patients, notes and schedule of their providers.',
    permissions: [
      ...cells('patient ve', 'note ve', 'schedule ve', 'call v', 'list v', 'inventory v'),
      ...TAKING_CONSENTS,
      ...OWN_TIME,
      'patient:readPhone',
    ],
  },
  {
    id: 'primary-care-provider',
    code: 800,
    name: 'Primary Care Provider',
    kind: 'coded',
    purpose: 'Treats patients: full chart of the patients in their provider limit.',
    permissions: [
      ...cells('patient vex', 'note vex', 'schedule ve', 'claim v', 'call v', 'list v', 'report v'),
      ...cells('consent ve', 'consentTemplate v', 'patientGrant vc'),
      ...OWN_TIME,
      'note:readMentalHealth',
      'note:readSubstanceUse',
      'patient:readConfidential',
      'patient:readPhone',
      'patient:printCopy',
    ],
  },
  {
    id: 'referred-care-provider',
    code: 850,
    name: 'Referred Care Provider',
    kind: 'coded',
    purpose: 'Sees patients referred to them: reads the chart, adds notes and changes their own.',
    permissions: [...cells('patient v', 'note vc', 'schedule v'), 'note:updateOwn'],
  },
  {
    id: PATIENT_ROLE_ID,
    code: 999,
    name: 'Patient',
    kind: 'coded',
    purpose: 'A patient at the desk: looks at the one record the login is linked to, and at nothing else.',
    permissions: ['patient:read', 'patient:readPhone', 'patient:readInsurance', ...ANSWERING_PATIENTS],
  },
  {
    id: 'owner-admin',
    code: 1000,
    name: 'Owner/Admin',
    kind: 'clinic',
    purpose: 'Everything including users, roles, billing and deleting. Only a Super User may give it.',
    permissions: everythingButSuperUser,
  },
  {
    id: 'manager',
    code: 1010,
    name: 'Manager',
    kind: 'clinic',
    purpose: 'All patients, scheduling, payments, lists, imports and staff time; cannot delete staff or change roles.',
    permissions: [
      ...cells('patient vex', 'schedule vedx', 'financial vexa', 'claim vex', 'call vex', 'inventory vex'),
      ...cells('timeClock vedxa', 'list vex', 'report vx', 'consent vex', 'consentTemplate ve', 'patientGrant vedx'),
      'people:import',
      'patient:readConfidential',
      'patient:readInsurance',
      'patient:readPhone',
      ...ANSWERING_PATIENTS,
      ...MEASURING_PROVIDERS,
    ],
  },
  {
    id: 'provider',
    code: 1020,
    name: 'Provider',
    kind: 'clinic',
    purpose: 'Assigned patients, own notes and appointments; no billing and no staff management.',
    permissions: [
      ...cells('patient ve', 'schedule ve', 'list v'),
      ...TAKING_CONSENTS,
      ...OWN_TIME,
      'note:readOwn',
      'note:createOwn',
      'note:updateOwn',
      'patient:readPhone',
    ],
  },
  {
    id: 'front-desk',
    code: 1030,
    name: 'Front desk',
    kind: 'clinic',
    purpose: 'Check-in, booking and contact data; reads patients, never changes or deletes them.',
    permissions: [
      ...cells('patient v', 'schedule ve', 'call ve', 'list v'),
      ...TAKING_CONSENTS,
      ...OWN_TIME,
      'patient:readInsurance',
      'patient:readPhone',
      'patient:printCopy',
    ],
  },
  {
    id: 'billing',
    code: 1040,
    name: 'Billing',
    kind: 'clinic',
    purpose: 'Charges, invoices, payments and billing reports; no clinical notes, no scheduling.',
    permissions: [
      ...cells('claim vex', 'financial vex', 'patient v', 'list v', 'report vx'),
      ...OWN_TIME,
      'patient:readInsurance',
      'patient:readPhone',
    ],
  },
  {
    id: 'inventory',
    code: 1050,
    name: 'Inventory',
    kind: 'clinic',
    purpose: 'Products, orders and stock; nothing about patients or money owed.',
    permissions: [...cells('inventory vedx', 'list v'), ...OWN_TIME],
  },
  {
    id: 'call-handling',
    code: 1060,
    name: 'Call handling',
    kind: 'clinic',
    purpose: 'Incoming calls and the tasks assigned from them; no direct access to records.',
    // Whoever takes a number down must be able to read it back to call again.
    permissions: [...OWN_TIME, 'call:readOwn', 'call:createOwn', 'call:updateOwn', 'patient:readPhone'],
  },
];
