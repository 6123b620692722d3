// Access to the schedule, case by case.
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';

const view = async (): Promise<CallInput<'schedule.read'>> => ({
  from: '2026-11-23',
  to: '2026-11-23',
  providerIds: [],
  locationId: null,
});

/** A booking in the evening, confirmed, with the provider `own` or `other`. */
function booking(of: 'own' | 'other', time: string) {
  return async ({ patientId, providerId }: CaseWorld): Promise<CallInput<'appointment.book'>> => ({
    fields: { patientId: patientId[of], providerId: providerId[of], locationId: null, reason: '' },
    day: '2026-11-24',
    time,
    lengthMinutes: 15,
    isSecondHour: false,
    isConfirmed: true,
  });
}

const cancelling = async ({ records }: CaseWorld) => ({
  id: records.get('appointment')?.id ?? '',
  version: 9_999,
  reason: 'The patient called.',
});

export const SCHEDULE_CASES: readonly AccessCase[] = [
  ...permits(
    'appointment_booked',
    ['S2.20 the front desk books', 'front-desk', 'appointment.book', booking('own', '18:00')],
    [
      'S2.19 a provider books with themselves',
      { who: 'provider', limitedTo: 'own' },
      'appointment.book',
      booking('own', '18:15'),
    ],
  ),
  ...permits(
    'schedule_viewed',
    ['S2.20 the front desk looks at the day', 'front-desk', 'schedule.read', view],
    [
      'S5.14 whoever has no provider sees an empty day',
      { who: 'front-desk', limitedTo: 'none' },
      'schedule.read',
      view,
    ],
  ),
  ...denies('CONSTRAINT_VIOLATED', 'leavesScope', 'appointment_booked', [
    'S2.19 a provider does not book with a colleague outside their limit',
    { who: 'provider', limitedTo: 'own' },
    'appointment.book',
    booking('other', '18:30'),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'appointment_cancelled', [
    'S5.14 an appointment of other providers is not there to be cancelled',
    { who: 'front-desk', limitedTo: 'other' },
    'appointment.cancel',
    cancelling,
  ]),
  ...lacks(
    'schedule:create',
    'appointment_booked',
    ['S2.21 billing books nothing', 'billing', 'appointment.book', booking('own', '18:45')],
    ['S1.24 a privacy officer books nothing', 'privacy-officer', 'appointment.book', booking('own', '18:45')],
  ),
  ...lacks('schedule:read', 'schedule_viewed', [
    'S2.22 inventory sees no schedule',
    'inventory',
    'schedule.read',
    view,
  ]),
];
