// What a tick, a lock-out, the state of a login, a shared patient and a care team would do to the expectations, told in the dialog that
// asks for the reason (P6).
import type { Locator, Page } from '@playwright/test';
import type { CallInput } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { expectReadable } from './expectReadable.ts';
import { everyPatient } from './limitsPractice.ts';
import { expect, PATIENTS_CSV, PROVIDERS_CSV, type Preparation, signIn, test } from './practice.ts';

/** Lena Farrow at the front desk is limited to Ria Patel’s patients; she must look at appointments, and two things she must not. */
async function addExpected({ must, addUser, importCsv }: Preparation): Promise<void> {
  await importCsv('provider', PROVIDERS_CSV);
  await importCsv('patient', PATIENTS_CSV);
  await addUser('lortiz', 'Ortiz');
  const { providers } = await must('user.findProviderChoices', {});
  const providerIds = providers.filter(({ name }) => name.includes('Patel')).map(({ providerId }) => providerId);
  const scope = { kind: 'selected' as const, providerIds };
  const who = { kind: 'user' as const, id: await addUser('fdesk', 'Farrow', { roleIds: ['front-desk'], scope }) };
  const { rows } = await must('patient.find', everyPatient());
  const brook = rows.find(({ title }) => title.startsWith('Brook'))?.id ?? '';
  const expected: CallInput<'expectation.create'>['fields'][] = [
    { who, isMust: true, act: 'appointment.find', about: { kind: 'any' } },
    { who, isMust: false, act: 'note.find', about: { kind: 'any' } },
    { who, isMust: false, act: 'patient.read', about: { kind: 'record', id: brook } },
  ];
  for (const fields of expected) await must('expectation.create', { fields });
}

const MUST = 'Farrow, Lena must be able to look at the list of appointments.';
const NOT_NOTES = 'Farrow, Lena must not look at the list of clinical notes.';
const NOT_BROOK = 'Farrow, Lena must not open a patient record (Brook, Ben).';

test.use({ prepare: { more: addExpected } });
test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
});

async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('gridcell', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible();
}

async function expectWarning(dialog: Locator, sentences: readonly string[]): Promise<void> {
  const count = sentences.length === 1 ? '1 expectation' : `${sentences.length} expectations`;
  await expect(dialog.getByRole('alert')).toContainText(`This change breaks ${count}`);
  for (const sentence of sentences) await expect(dialog.getByRole('alert')).toContainText(sentence);
}

/** The same dialog in both colour schemes, under forced colours and at 200 % zoom. */
async function expectLegible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectClean(page);
  }
  await expectReadable(page, what);
}

test('P6 a tick, disabling and enabling tell in their dialog which expectation they break and mend', async ({
  page,
}) => {
  await openPerson(page, 'Farrow, Lena');
  await page.getByRole('tab', { name: 'Rights' }).click();
  await page.getByRole('checkbox', { name: 'Super User', exact: true }).click();
  const tick = page.getByRole('dialog', { name: 'Give Super User to Lena Farrow' });
  await expectWarning(tick, [NOT_NOTES, NOT_BROOK]);
  await expectLegible(page, 'a tick');
  await tick.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('checkbox', { name: 'ePHI Restricted', exact: true }).click();
  const restricted = page.getByRole('dialog', { name: 'Keep Lena Farrow from all patient data' });
  await expectWarning(restricted, [MUST]);
  await restricted.getByRole('button', { name: 'Cancel', exact: true }).click();

  await page.getByRole('tab', { name: 'Info' }).click();
  await page.getByRole('button', { name: 'Disable…', exact: true }).click();
  const disabling = page.getByRole('dialog', { name: 'Disable Lena Farrow' });
  await expectWarning(disabling, [MUST]);
  await expectClean(page);
  await disabling.getByLabel('Reason').fill('On leave.');
  await disabling.getByRole('button', { name: 'Disable Lena Farrow', exact: true }).click();
  await expect(disabling).toBeHidden();
  await expect(page.getByRole('region', { name: 'Broken expectations' })).toContainText(
    '1 of 3 expectations is broken.',
  );
  await page.getByRole('button', { name: 'Enable…', exact: true }).click();
  const enabling = page.getByRole('dialog', { name: 'Enable Lena Farrow' });
  await expect(enabling).toContainText(`Then as expected again: ${MUST}`);
  await expect(enabling.getByRole('alert')).toHaveCount(0);
  await expectClean(page);
});

test('P6 a lock-out of a person and of a role tells what it breaks, and is quiet where it breaks nothing', async ({
  page,
}) => {
  await openPerson(page, 'Farrow, Lena');
  await page.getByRole('button', { name: 'Lock out…', exact: true }).click();
  const person = page.getByRole('dialog', { name: 'Lock out Lena Farrow' });
  await expect(person.getByLabel('Reason')).toBeFocused();
  await expectWarning(person, [MUST]);
  await expectLegible(page, 'a lock-out');
  await person.getByRole('button', { name: 'Cancel', exact: true }).click();

  await openPerson(page, 'Ortiz, Lena');
  await page.getByRole('button', { name: 'Lock out…', exact: true }).click();
  const other = page.getByRole('dialog', { name: 'Lock out Lena Ortiz' });
  await other.getByLabel('Reason').fill('On leave.');
  await other.getByRole('button', { name: 'Lock out Lena Ortiz', exact: true }).click();
  await expect(other).toBeHidden();
  await expect(page.getByRole('region', { name: 'Broken expectations' })).toBeHidden();

  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Front desk', exact: true }).click();
  await page.getByRole('button', { name: 'Lock out this role…', exact: true }).click();
  const role = page.getByRole('dialog', { name: 'Lock out the role Front desk' });
  await expectWarning(role, [MUST]);
  await expectClean(page);
});

async function openBrook(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/patients';
  });
  await page.getByRole('grid', { name: 'Patients' }).getByRole('gridcell', { name: 'Brook, Ben' }).dblclick();
}

test('P6 sharing a patient tells what it breaks as soon as it is clear with whom', async ({ page }) => {
  await openBrook(page);
  await page.getByRole('button', { name: 'Share…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this patient' });
  const box = dialog.getByRole('combobox', { name: 'Shared with' });
  await box.fill('Ortiz');
  await page.getByRole('option', { name: /Ortiz/ }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await box.fill('Farrow');
  await page.getByRole('option', { name: /Farrow/ }).click();
  await expectWarning(dialog, [NOT_BROOK]);
  await expectLegible(page, 'a shared patient');
});

test('P6 a provider added to a patient tells what it breaks before it is saved, and is quiet once taken away', async ({
  page,
}) => {
  await openBrook(page);
  const record = page.getByRole('region', { name: 'Open patient record' });
  const box = record.getByRole('combobox', { name: 'Assigned providers' });
  await box.fill('Patel');
  await page.getByRole('option', { name: /Patel/ }).click();
  await expectWarning(record, [NOT_BROOK]);
  await expect(record.getByRole('alert')).toBeInViewport();
  // From the top of the form, so that the checker meets no input half under the head.
  await record.getByRole('textbox', { name: 'Last name' }).focus();
  await expectLegible(page, 'a care team');
  await record.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(record.getByRole('alert')).toHaveCount(0);
});
