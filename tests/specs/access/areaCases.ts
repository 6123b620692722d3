// Who may do what with each kind of record, as tables written by hand from the feature inventory (groups B, C and M).
import type { AccessCase } from './accessCase.ts';
import { type AreaTable, casesOf, limitCases } from './areaCase.ts';

const NOTES: AreaTable = {
  because: 'S2.109',
  type: 'note',
  area: 'note',
  one: 'clinical note',
  many: 'clinical notes',
  isAboutPatient: true,
  may: {
    'primary-care-provider': ['looks', 'changes', 'saves'],
    'medical-care-staff': ['looks', 'changes'],
    'referred-care-provider': ['looks', 'changes own'],
    provider: ['looks own', 'changes own'],
    'owner-admin': ['looks', 'changes', 'deletes', 'saves'],
    'super-user': ['looks', 'changes', 'deletes', 'saves'],
    'office-administrator': [],
    manager: [],
    'front-desk': [],
    billing: [],
    'access-security': [],
  },
};
const APPOINTMENTS: AreaTable = {
  because: 'S2.108',
  type: 'appointment',
  area: 'schedule',
  one: 'appointment',
  many: 'appointments',
  without: ['changes'],
  isAboutPatient: true,
  may: {
    'front-desk': ['looks'],
    provider: ['looks'],
    'medical-care-staff': ['looks'],
    'referred-care-provider': ['looks'],
    manager: ['looks', 'deletes', 'saves'],
    'office-administrator': ['looks', 'deletes', 'saves'],
    billing: [],
    inventory: [],
    'call-handling': [],
  },
};
const CLAIMS: AreaTable = {
  because: 'S5.07',
  type: 'claim',
  area: 'claim',
  one: 'claim',
  many: 'claims',
  isAboutPatient: true,
  may: {
    billing: ['looks', 'changes', 'saves'],
    manager: ['looks', 'changes', 'saves'],
    'office-administrator': ['looks', 'changes', 'deletes', 'saves'],
    'office-staff': ['looks'],
    'primary-care-provider': ['looks'],
    provider: [],
    'front-desk': [],
    'privacy-officer': [],
  },
};
const PAYMENTS: AreaTable = {
  because: 'S2.110',
  type: 'payment',
  area: 'financial',
  one: 'payment',
  many: 'payments',
  without: ['changes', 'deletes'],
  isAboutPatient: true,
  may: {
    billing: ['looks', 'saves'],
    manager: ['looks', 'saves'],
    'office-administrator': ['looks', 'saves'],
    'office-staff': [],
    'primary-care-provider': [],
    provider: [],
    'front-desk': [],
  },
};
const INVOICES: AreaTable = { ...PAYMENTS, because: 'S2.21', type: 'invoice', one: 'invoice', many: 'invoices' };
const STOCK: AreaTable = {
  because: 'S2.112',
  type: 'product',
  area: 'inventory',
  one: 'product',
  many: 'products',
  isAboutPatient: false,
  may: {
    inventory: ['looks', 'changes', 'deletes', 'saves'],
    manager: ['looks', 'changes', 'saves'],
    'medical-care-staff': ['looks'],
    billing: [],
    'front-desk': [],
    provider: [],
    patient: [],
  },
};
const CALLS: AreaTable = {
  because: 'S2.113',
  type: 'call',
  area: 'call',
  one: 'call',
  many: 'calls',
  isAboutPatient: true,
  may: {
    'call-handling': ['looks own', 'changes own'],
    'front-desk': ['looks', 'changes'],
    manager: ['looks', 'changes', 'saves'],
    'office-administrator': ['looks', 'changes', 'deletes', 'saves'],
    'medical-care-staff': ['looks'],
    provider: [],
    billing: [],
    inventory: [],
  },
};
const PUNCHES: AreaTable = {
  because: 'S2.114',
  type: 'punch',
  area: 'timeClock',
  one: 'punch',
  many: 'punches',
  without: ['changes'],
  isAboutPatient: false,
  may: {
    manager: ['looks', 'deletes', 'saves'],
    'office-administrator': ['looks', 'deletes', 'saves'],
    'front-desk': ['looks own'],
    billing: ['looks own'],
    inventory: ['looks own'],
    provider: ['looks own'],
    'referred-care-provider': [],
    'security-officer': [],
  },
};
const CONSENTS: AreaTable = {
  because: 'S4.12',
  type: 'consent',
  area: 'consent',
  one: 'consent',
  many: 'consents',
  isAboutPatient: true,
  may: {
    'privacy-officer': ['looks', 'changes', 'deletes', 'saves'],
    'office-administrator': ['looks', 'changes', 'deletes', 'saves'],
    manager: ['looks', 'changes', 'saves'],
    'primary-care-provider': ['looks', 'changes'],
    'front-desk': ['looks'],
    provider: ['looks'],
    billing: [],
    'referred-care-provider': [],
    'access-security': [],
  },
};
const TEMPLATES: AreaTable = {
  because: 'S4.12',
  type: 'consentTemplate',
  area: 'consentTemplate',
  one: 'consent template',
  many: 'consent templates',
  isAboutPatient: false,
  may: {
    'privacy-officer': ['looks', 'changes', 'deletes', 'saves'],
    manager: ['looks', 'changes'],
    'front-desk': ['looks'],
    'primary-care-provider': ['looks'],
    billing: [],
  },
};
const LISTS: AreaTable = {
  because: 'S2.25',
  type: 'location',
  area: 'list',
  one: 'location',
  many: 'locations',
  isAboutPatient: false,
  may: {
    'office-administrator': ['looks', 'changes', 'deletes', 'saves'],
    manager: ['looks', 'changes', 'saves'],
    'front-desk': ['looks'],
    inventory: ['looks'],
    'privacy-officer': [],
    'access-security': [],
    'no-role': [],
  },
};

export const AREA_CASES: readonly AccessCase[] = [
  ...[NOTES, APPOINTMENTS, CLAIMS, PAYMENTS, INVOICES, STOCK, CALLS, PUNCHES, LISTS, CONSENTS, TEMPLATES].flatMap(
    casesOf,
  ),
  ...limitCases('primary-care-provider', [NOTES, CONSENTS]),
  ...limitCases('office-administrator', [APPOINTMENTS, CLAIMS, PAYMENTS, INVOICES]),
];
