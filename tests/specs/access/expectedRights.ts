// Who may call what, written by hand from the feature inventory; nothing here is read from the catalogue it is held against.

import {
  BILLING_LISTS,
  DAILY_BILLING,
  LOOK_AT_CLAIMS,
  LOOK_UP_FEES,
  MANAGED_BILLING,
  READ_REPORT,
  WHOLE_BILLING,
  WHOLE_REPORT,
} from './billingRights.ts';
import {
  CHANGE_CONSENTS,
  MANAGE_CONSENTS,
  SHARE,
  TAKE_CONSENTS,
  WHOLE_CONSENTS,
  WHOLE_SHARES,
} from './consentRights.ts';
import {
  CHANGE_STOCK,
  LOOK_AT_CALLS,
  LOOK_AT_STOCK,
  PUNCH,
  SAVE_CALLS,
  SAVE_STOCK,
  TAKE_CALLS,
  WHOLE_CALLS,
  WHOLE_STOCK,
  WHOLE_TIME,
} from './officeRights.ts';
import { ANSWER_PATIENTS, COMPARE_PATIENTS, PRINT_COPY, SAVE_BUNDLE } from './patientRights.ts';
import { LOOK_AT_PROFILES, WHOLE_PROFILES } from './providerRights.ts';
import { READ_SCHEDULE, WHOLE_SCHEDULE, WORK_ON_SCHEDULE } from './scheduleRights.ts';
import {
  EXPORT_LOG,
  LOOK_AT_ROLES,
  LOOK_AT_USERS,
  PRINT_BINDER,
  SEARCH_LOG,
  SUPER_USERS_ALONE,
  WATCH_SECURITY,
  WHOLE_PRACTICE,
  WHOLE_SECURITY,
} from './securityRights.ts';

/** The procedures of the named record types, by what they let a person do. */
const look = (...types: readonly string[]) => each(types, 'find', 'read', 'readHistory');
const add = (...types: readonly string[]) => each(types, 'create');
const change = (...types: readonly string[]) => each(types, 'update');
const remove = (...types: readonly string[]) => each(types, 'delete');
const save = (...types: readonly string[]) => each(types, 'export');
/** Looks, adds and changes: who changes records may add some as well (S5.07). */
const edit = (...types: readonly string[]) => [...look(...types), ...add(...types), ...change(...types)];
const everything = (...types: readonly string[]) => [...edit(...types), ...remove(...types), ...save(...types)];

function each(types: readonly string[], ...actions: readonly string[]): string[] {
  return types.flatMap((type) => actions.map((action) => `${type}.${action}`));
}

/** The record types of each area of the rights matrix. */
const PATIENTS = ['patient', 'rating'];
const LISTS = ['location', 'payer', 'provider', ...BILLING_LISTS];
/** Reading, writing, signing and adding to clinical notes; addenda come and go with their note. */
const READ_NOTES = [...look('note'), 'noteAddendum.find'];
const ADD_NOTES = [...add('note'), 'note.addAddendum'];
const CHANGE_NOTES = [...change('note'), 'note.sign'];
const WRITE_NOTES = [...READ_NOTES, ...ADD_NOTES, ...CHANGE_NOTES];
/** The other procedures, by what they let a person do. */
const IMPORT_PEOPLE = ['import.choose', 'import.check', 'import.apply', 'import.discard'];
const WHOLE_PRACTICE_DATA = [
  ...everything(...PATIENTS, ...LISTS),
  ...COMPARE_PATIENTS,
  ...SAVE_BUNDLE,
  ...ANSWER_PATIENTS,
  ...WHOLE_PROFILES,
  ...LOOK_UP_FEES,
  ...WHOLE_BILLING,
  ...WHOLE_CONSENTS,
  ...WHOLE_SHARES,
  ...IMPORT_PEOPLE,
];

/** Stock, calls and everybody’s working time. */
const WHOLE_OFFICE = [...WHOLE_STOCK, ...WHOLE_CALLS, ...WHOLE_TIME];
const WHOLE_CHART = [...WRITE_NOTES, ...remove('note'), ...save('note')];

export interface ExpectedRights {
  /** The row of the inventory, or the decision on record, that the list follows. */
  readonly because: string;
  /** Procedures that need a right; everybody signed in may also call those of EVERYBODY_SIGNED_IN. */
  readonly may: readonly string[];
  /** Those of `may` that reach only what belongs to the holder: a record of somebody else is not there (S2.27). */
  readonly ofOwnAlone?: readonly string[];
}

/** The fifteen shipped roles, each held alone. */
export const ROLES: Readonly<Record<string, ExpectedRights>> = {
  'office-administrator': {
    because: 'S1.01; purpose on record: runs the office, every area of data, no logins and no security settings',
    may: [...WHOLE_SCHEDULE, ...WHOLE_PRACTICE_DATA, ...WHOLE_PRACTICE, ...WHOLE_OFFICE],
  },
  'office-staff': {
    because: 'S1.01; purpose on record: contact data, appointments and calls',
    may: [
      ...TAKE_CONSENTS,
      ...TAKE_CALLS,
      ...PUNCH,
      ...LOOK_UP_FEES,
      ...LOOK_AT_CLAIMS,
      ...WORK_ON_SCHEDULE,
      ...edit(...PATIENTS),
      ...COMPARE_PATIENTS,
      ...PRINT_COPY,
      ...look(...LISTS),
      ...LOOK_AT_PROFILES,
    ],
    ofOwnAlone: PUNCH,
  },
  'security-officer': {
    because: 'S1.01; purpose on record: watches log and settings, reaches no patient record, changes nothing',
    may: WATCH_SECURITY,
  },
  'privacy-officer': {
    because:
      'S1.01; S4.12; purpose on record: who saw which patient, so log, roles, and records to compare; keeps consents',
    may: [
      ...WHOLE_CONSENTS,
      ...WHOLE_SHARES,
      ...WHOLE_REPORT,
      ...look(...PATIENTS),
      ...ANSWER_PATIENTS,
      ...LOOK_AT_USERS,
      ...PRINT_BINDER,
      ...LOOK_AT_ROLES,
      ...SEARCH_LOG,
      ...EXPORT_LOG,
    ],
  },
  'medical-care-staff': {
    because: 'S1.01; purpose on record: assists in treatment',
    may: [
      ...TAKE_CONSENTS,
      ...LOOK_AT_CALLS,
      ...LOOK_AT_STOCK,
      ...PUNCH,
      ...LOOK_UP_FEES,
      ...WORK_ON_SCHEDULE,
      ...WRITE_NOTES,
      ...edit(...PATIENTS),
      ...COMPARE_PATIENTS,
      ...look(...LISTS),
      ...LOOK_AT_PROFILES,
    ],
    ofOwnAlone: PUNCH,
  },
  'primary-care-provider': {
    because: 'S1.01; purpose on record: full chart of the patients in the provider limit',
    may: [
      ...CHANGE_CONSENTS,
      ...SHARE,
      ...LOOK_AT_CALLS,
      ...PUNCH,
      ...LOOK_UP_FEES,
      ...LOOK_AT_CLAIMS,
      ...READ_REPORT,
      ...WORK_ON_SCHEDULE,
      ...WRITE_NOTES,
      ...save('note'),
      ...edit(...PATIENTS),
      ...COMPARE_PATIENTS,
      ...save(...PATIENTS),
      ...SAVE_BUNDLE,
      ...PRINT_COPY,
      ...look(...LISTS),
      ...LOOK_AT_PROFILES,
    ],
    ofOwnAlone: PUNCH,
  },
  'referred-care-provider': {
    because: 'S1.01; purpose on record: reads the chart of referred patients, adds notes and changes their own',
    may: [...READ_SCHEDULE, ...look(...PATIENTS), ...WRITE_NOTES],
    ofOwnAlone: CHANGE_NOTES,
  },
  patient: {
    because: 'S1.23: linked to one record, which is all this login reaches; its copy, and who opened it',
    may: [...look(...PATIENTS), ...ANSWER_PATIENTS],
    ofOwnAlone: [...look(...PATIENTS), ...ANSWER_PATIENTS],
  },
  'owner-admin': {
    because: 'S2.17: everything including users, roles, billing and deleting; ticks of Super Users stay theirs (S5.08)',
    may: [
      ...WHOLE_SCHEDULE,
      ...WHOLE_PRACTICE_DATA,
      ...WHOLE_PRACTICE,
      ...WHOLE_OFFICE,
      ...WHOLE_CHART,
      ...WHOLE_SECURITY,
    ],
  },
  manager: {
    because: 'S2.18: all patients, scheduling, payments, staff time; cannot delete staff or change roles',
    may: [
      ...MANAGE_CONSENTS,
      ...WHOLE_SHARES,
      ...TAKE_CALLS,
      ...SAVE_CALLS,
      ...LOOK_AT_STOCK,
      ...CHANGE_STOCK,
      ...SAVE_STOCK,
      ...WHOLE_TIME,
      ...LOOK_UP_FEES,
      ...MANAGED_BILLING,
      ...WHOLE_SCHEDULE,
      ...edit(...PATIENTS, ...LISTS),
      ...COMPARE_PATIENTS,
      ...WHOLE_PROFILES,
      ...save(...PATIENTS, ...LISTS),
      ...SAVE_BUNDLE,
      ...ANSWER_PATIENTS,
      ...IMPORT_PEOPLE,
    ],
  },
  provider: {
    because: 'S2.19: own or assigned patients, own notes; no billing, no staff management',
    ofOwnAlone: [...WRITE_NOTES, ...PUNCH],
    may: [
      ...TAKE_CONSENTS,
      ...PUNCH,
      ...LOOK_UP_FEES,
      ...WORK_ON_SCHEDULE,
      ...WRITE_NOTES,
      ...edit(...PATIENTS),
      ...COMPARE_PATIENTS,
      ...look(...LISTS),
      ...LOOK_AT_PROFILES,
    ],
  },
  'front-desk': {
    because: 'S2.20: check-in, booking, contact data; no edits or deletes of patient data',
    may: [
      ...TAKE_CONSENTS,
      ...TAKE_CALLS,
      ...PUNCH,
      ...LOOK_UP_FEES,
      ...WORK_ON_SCHEDULE,
      ...look(...PATIENTS, ...LISTS),
      ...PRINT_COPY,
      ...LOOK_AT_PROFILES,
    ],
    ofOwnAlone: PUNCH,
  },
  billing: {
    because: 'S2.21: billing of all patients, so finding them; no clinical record, no scheduling',
    may: [...PUNCH, ...look(...PATIENTS, ...LISTS), ...LOOK_AT_PROFILES, ...LOOK_UP_FEES, ...DAILY_BILLING],
    ofOwnAlone: PUNCH,
  },
  inventory: {
    because: 'S2.22: products, orders and stock, with the lists they name; no clinical, no billing',
    may: [...WHOLE_STOCK, ...PUNCH, ...look(...LISTS), ...LOOK_AT_PROFILES, ...LOOK_UP_FEES],
    ofOwnAlone: PUNCH,
  },
  'call-handling': {
    because: 'S2.23: incoming calls and assigned tasks; no direct access to records',
    may: [...TAKE_CALLS, ...PUNCH],
    ofOwnAlone: [...TAKE_CALLS, ...PUNCH],
  },
};

/** People with a tick instead of a role, and one with neither. */
export const TICKS: Readonly<Record<string, ExpectedRights>> = {
  'super-user': {
    because: 'S5.04: every power as a named right, all providers',
    may: [
      ...WHOLE_SCHEDULE,
      ...WHOLE_PRACTICE_DATA,
      ...WHOLE_PRACTICE,
      ...WHOLE_OFFICE,
      ...WHOLE_CHART,
      ...WHOLE_SECURITY,
      ...SUPER_USERS_ALONE,
    ],
  },
  'access-security': {
    because: 'S5.09: every security procedure; cannot hand the tick on and reaches no record by it',
    may: WHOLE_SECURITY,
  },
  'no-role': {
    because: 'S2.16: rights come from roles and ticks, so whoever has none may do nothing',
    may: [],
  },
};

/** Everybody of the matrix. */
export const HOLDERS: Readonly<Record<string, ExpectedRights>> = { ...ROLES, ...TICKS };
