// A practice with working hours and a booked day, for the tests of the schedule.
import type { Page } from '@playwright/test';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { addDays, mondayOf, WEEKDAYS, type Weekday } from '../../shared/schedule/days.ts';
import { PATIENTS_CSV, PROVIDERS_CSV, type Preparation, signIn } from './practice.ts';

/** A Wednesday at least a week ahead: nothing of it is over, and no clock changes on it. */
export const DAY = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 9);

/** Hale and Patel work from nine to five with lunch at noon; Moss has no hours. Four appointments on DAY. */
export async function addSchedule({ must, importCsv, addUser }: Preparation): Promise<void> {
  await importCsv('provider', PROVIDERS_CSV);
  await importCsv('patient', PATIENTS_CSV);
  await addUser('front', 'Ortiz', { roleIds: ['front-desk'] });
  await addUser('reader', 'Reader', { roleIds: ['referred-care-provider'] });
  const location = await must('location.create', { fields: PROCEDURES['location.create'].example.fields });
  const providers = await idsByTitle('provider.find');
  const patients = await idsByTitle('patient.find');
  for (const name of ['Hale, Tom', 'Patel, Ria']) {
    const providerId = providers.get(name) ?? '';
    for (const weekday of Object.keys(WEEKDAYS).slice(0, 5) as Weekday[])
      await must('workingHours.create', {
        fields: { providerId, weekday, opensAt: '09:00', closesAt: '17:00', locationId: null, note: '' },
      });
    await must('providerBreak.create', {
      fields: { ...PROCEDURES['providerBreak.create'].example.fields, providerId },
    });
  }
  for (const [patient, provider, time, lengthMinutes, reason] of [
    ['Archer, Ada', 'Patel, Ria', '09:30', 30, 'Check-up'],
    ['Brook, Ben', 'Patel, Ria', '10:30', 45, 'Blood pressure'],
    ['Carter, Cleo', 'Hale, Tom', '09:00', 60, 'Vaccination'],
    ['Dale, Dan', 'Hale, Tom', '14:00', 30, 'Knee pain'],
  ] as const)
    await must('appointment.book', {
      fields: {
        patientId: patients.get(patient) ?? '',
        providerId: providers.get(provider) ?? '',
        locationId: location.id,
        reason,
      },
      day: DAY,
      time,
      lengthMinutes,
      isSecondHour: false,
      isConfirmed: false,
    });

  async function idsByTitle(name: 'provider.find' | 'patient.find'): Promise<ReadonlyMap<string, string>> {
    const { rows } = await must(name, PROCEDURES[name].example as never);
    return new Map(rows.map(({ title, id }) => [title, id]));
  }
}

/** Signs in and opens the schedule of DAY. */
export async function openSchedule(page: Page, loginId = 'dwhitfield'): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, loginId);
  await page.evaluate(() => {
    window.location.hash = '#/schedule';
  });
  await page.getByRole('textbox', { name: 'Day' }).fill(DAY);
  await page.getByRole('grid').waitFor();
}
