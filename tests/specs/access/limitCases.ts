// Access within limits of place, time and condition, case by case (S2.28, S2.29, S2.59, S2.62, S2.63, S2.75, S2.79, S4.07).
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';
import type { Place } from './limitWorld.ts';

const patientAt =
  (place: Place) =>
  async ({ limits }: CaseWorld) => ({ id: limits.patientAt[place] });
const claimAt =
  (place: 'main' | 'south') =>
  async ({ limits }: CaseWorld) => ({ id: limits.claimAt[place] });
const patients = async () => PROCEDURES['patient.find'].example;
const claims = async () => PROCEDURES['claim.find'].example;
const payments = async () => PROCEDURES['payment.find'].example;
const atWork =
  (place: Place | null) =>
  async ({ limits }: CaseWorld) => ({ locationId: place === null ? null : limits.placeId[place] });
const on =
  (type: string, more: object = {}) =>
  async ({ records }: CaseWorld) => ({ id: records.get(type)?.id ?? '', ...more });

/** The patient as stored, at another place. */
function moved(from: Place, to: Place) {
  return async ({ test, limits }: CaseWorld): Promise<CallInput<'patient.update'>> => {
    const { id, version, fields } = await test.must('patient.read', { id: limits.patientAt[from] });
    const { recordNumber: _recordNumber, ...typed } = fields;
    // What somebody sees masked they leave as it is.
    return { id, version, fields: { ...typed, ssn: null, locationId: limits.placeId[to] } };
  };
}

const PLACES: readonly AccessCase[] = [
  ...permits(
    'sensitive_read',
    [
      'S2.75 whoever is limited to a region opens a patient of its first office',
      'north-desk',
      'patient.read',
      patientAt('main'),
    ],
    ['S2.75 and one of its second office', 'north-desk', 'patient.read', patientAt('mill')],
    ['S2.75 and one of the region itself', 'north-desk', 'patient.read', patientAt('north')],
    ['S2.28 whoever is limited to one office opens its patients', 'main-staff', 'patient.read', patientAt('main')],
    ['S2.59 a claim of a patient of that office is opened too', 'main-staff', 'claim.read', claimAt('main')],
    [
      'S5.13 whoever has All Locations opens the patients of every office',
      'front-desk',
      'patient.read',
      patientAt('south'),
    ],
  ),
  ...permits('patient_listed', [
    'S2.28 whoever has no location at all sees an empty list',
    'nowhere-desk',
    'patient.find',
    patients,
  ]),
  ...permits('claim_listed', [
    'S2.59 the list of claims is within the limit of locations',
    'main-staff',
    'claim.find',
    claims,
  ]),
  ...permits('patient_changed', [
    'S2.28 whoever is limited to one office changes its patients',
    'main-staff',
    'patient.update',
    moved('main', 'main'),
  ]),
  ...denies(
    'NOT_FOUND',
    'outOfScope',
    'sensitive_read',
    ['S2.28 a patient of another place is not there for them', 'north-desk', 'patient.read', patientAt('south')],
    ['S2.75 a limit to one office does not climb to its region', 'main-staff', 'patient.read', patientAt('north')],
    ['S2.75 nor to the office beside it', 'main-staff', 'patient.read', patientAt('mill')],
    ['S2.59 a claim of a patient elsewhere is not there', 'main-staff', 'claim.read', claimAt('south')],
    ['S2.28 whoever has no location at all opens no patient', 'nowhere-desk', 'patient.read', patientAt('main')],
    [
      'S2.28 a patient without a location is not there for somebody limited to some',
      'north-desk',
      'patient.read',
      async ({ patientId }) => ({ id: patientId.own }),
    ],
  ),
  ...denies('NOT_FOUND', 'outOfScope', 'patient_changed', [
    'S2.28 whoever is limited to one office changes no patient of another',
    'main-staff',
    'patient.update',
    moved('south', 'south'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'patient_changed', [
    'S2.28 nobody moves a patient to an office they do not reach themselves',
    'main-staff',
    'patient.update',
    moved('main', 'south'),
  ]),
];

const WORK: readonly AccessCase[] = [
  ...permits(
    'session_location_changed',
    [
      'S2.29 somebody with a role at each of two places says where they work',
      'two-desks',
      'session.setWorkLocation',
      atWork('main'),
    ],
    [
      'S2.29 and later that they work at the other',
      { who: 'two-desks', worksAt: 'main' },
      'session.setWorkLocation',
      atWork('south'),
    ],
    [
      'S2.29 and that they work nowhere now',
      { who: 'two-desks', worksAt: 'main' },
      'session.setWorkLocation',
      atWork(null),
    ],
  ),
  ...denies('NOT_FOUND', 'NOT_FOUND', 'session_location_changed', [
    'S2.29 nobody says that they work at a place outside their limit',
    'region-desk',
    'session.setWorkLocation',
    atWork('south'),
  ]),
  ...permits(
    'sensitive_read',
    [
      'S2.29 at the desk they open a patient of the place',
      { who: 'two-desks', worksAt: 'main' },
      'patient.read',
      patientAt('main'),
    ],
    [
      'S2.29 at the other place the other role opens a patient of that place',
      { who: 'two-desks', worksAt: 'south' },
      'patient.read',
      patientAt('south'),
    ],
    [
      'S2.75 a role given for a region counts at the office below it',
      { who: 'region-desk', worksAt: 'mill' },
      'patient.read',
      patientAt('mill'),
    ],
  ),
  ...permits('payment_listed', [
    'S2.29 where they do the billing they list payments',
    { who: 'two-desks', worksAt: 'south' },
    'payment.find',
    payments,
  ]),
  ...denies(
    'FORBIDDEN',
    'otherLocation',
    'sensitive_read',
    ['S2.29 before they say where they work, neither role counts', 'two-desks', 'patient.read', patientAt('main')],
    [
      'S2.29 a role of two other places does not count at a third',
      { who: 'two-desks', worksAt: 'mill' },
      'patient.read',
      patientAt('mill'),
    ],
    [
      'S2.75 a role of one office does not count at the region above',
      { who: 'two-desks', worksAt: 'north' },
      'patient.read',
      patientAt('main'),
    ],
  ),
  ...denies('FORBIDDEN', 'otherLocation', 'payment_listed', [
    'S2.29 at the desk they list no payments, because they do the billing elsewhere',
    { who: 'two-desks', worksAt: 'main' },
    'payment.find',
    payments,
  ]),
  ...denies(
    'NOT_FOUND',
    'outOfScope',
    'sensitive_read',
    [
      'S2.29 at one place a patient of the other is not there',
      { who: 'two-desks', worksAt: 'main' },
      'patient.read',
      patientAt('south'),
    ],
    ['S2.29 and the other way round', { who: 'two-desks', worksAt: 'south' }, 'patient.read', patientAt('main')],
  ),
];

const opens = patientAt('main');
const TIMES: readonly AccessCase[] = [
  ...permits(
    'sensitive_read',
    ['S2.79 a role given until today opens a patient today', 'last-day-desk', 'patient.read', opens],
    ['S2.79 a role given from today on opens a patient today', 'first-day-desk', 'patient.read', opens],
    ['S2.62 a role with Sunday morning opens a patient on Sunday at eight', 'sunday-desk', 'patient.read', opens],
    ['S2.62 hours from Saturday night until Sunday morning run across midnight', 'night-desk', 'patient.read', opens],
  ),
  ...permits('claim_listed', ['S4.07 a tick for today alone counts today', 'last-day-tick', 'claim.find', claims]),
  ...denies('FORBIDDEN', 'rightEnded', 'sensitive_read', [
    'S2.79 a role that ended yesterday opens nothing today',
    'ended-desk',
    'patient.read',
    opens,
  ]),
  ...denies('FORBIDDEN', 'rightEnded', 'patient_listed', [
    'S2.79 nor does it list anything',
    'ended-desk',
    'patient.find',
    patients,
  ]),
  ...denies('FORBIDDEN', 'rightEnded', 'claim_listed', [
    'S4.07 a tick that ended yesterday counts no more',
    'ended-tick',
    'claim.find',
    claims,
  ]),
  ...denies('FORBIDDEN', 'rightNotYet', 'claim_listed', [
    'S4.07 a tick from tomorrow on does not count yet',
    'coming-tick',
    'claim.find',
    claims,
  ]),
  ...denies('FORBIDDEN', 'rightNotYet', 'sensitive_read', [
    'S2.79 a role given from tomorrow on opens nothing today',
    'coming-desk',
    'patient.read',
    opens,
  ]),
  ...denies(
    'FORBIDDEN',
    'outsideHours',
    'sensitive_read',
    ['S2.62 a role with office hours opens nothing on Sunday', 'weekday-desk', 'patient.read', opens],
    ['S2.62 hours until eight are over at eight', 'early-desk', 'patient.read', opens],
    ['S2.62 a night until six is over at eight', 'short-night-desk', 'patient.read', opens],
  ),
];

const RULES: readonly AccessCase[] = [
  ...permits('sensitive_read', [
    'S2.63 whoever sees payments of a dollar and more opens one',
    'all-payments',
    'payment.read',
    on('payment'),
  ]),
  ...permits(
    'payment_listed',
    [
      'S2.63 a condition on payments narrows their list, and the list is there',
      'small-payments',
      'payment.find',
      payments,
    ],
    ['S2.63 nothing is narrowed where every payment meets it', 'all-payments', 'payment.find', payments],
  ),
  ...denies('NOT_FOUND', 'outOfScope', 'sensitive_read', [
    'S2.63 a payment above the amount is not there for whoever sees small ones alone',
    'small-payments',
    'payment.read',
    on('payment'),
  ]),
  ...permits('sensitive_read', [
    'S2.63 a condition on approving leaves looking as it is',
    'small-refunds',
    'refund.read',
    on('refund'),
  ]),
  ...denies('FORBIDDEN', 'conditionNotMet', 'refund_approved', [
    'S2.63 a refund above the amount is not approved by whoever approves small ones',
    'small-refunds',
    'refund.approve',
    on('refund', { version: 9_999 }),
  ]),
  ...denies('CONFLICT', 'CONFLICT', 'refund_approved', [
    'S2.63 one within the amount is let through to the act itself, which finds it changed meanwhile',
    'large-refunds',
    'refund.approve',
    on('refund', { version: 9_999 }),
  ]),
];

export const LIMIT_CASES: readonly AccessCase[] = [...PLACES, ...WORK, ...TIMES, ...RULES];
