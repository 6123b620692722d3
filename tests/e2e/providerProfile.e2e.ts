// Provider profiles, ratings and metrics in the real window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { addPeople, call, expect, test } from './peoplePractice.ts';
import { type Preparation, signIn } from './practice.ts';

const DAY_MS = 86_400_000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

async function addMeasured(practice: Preparation): Promise<void> {
  await addPeople(practice);
  const page = { search: '', offset: 0, limit: 50, isDescending: false } as const;
  const providers = await practice.must('provider.find', {
    ...page,
    sort: 'lastName',
    filter: { isActive: null, licenseExpires: null },
  });
  const { rows } = await practice.must('patient.find', {
    ...page,
    sort: 'lastName',
    filter: PROCEDURES['patient.find'].example.filter,
  });
  const patientId = rows[0]?.id ?? '';
  for (const [place, { id: providerId }] of providers.rows.entries()) {
    await practice.must('provider.setCommission', { id: providerId, basisPoints: 1_250 });
    for (let count = 0; count <= place; count += 1) {
      const fields = { patientId, providerId, locationId: null, reason: '' };
      await practice.must('appointment.walkIn', { fields, lengthMinutes: 15, isConfirmed: true });
      await practice.must('rating.create', {
        fields: { providerId, patientId: null, stars: 1 + ((place + count) % 5), day: dayIn(0), comment: '' },
      });
    }
  }
}

test.use({ prepare: { more: addMeasured } });

async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible();
}

/** A PNG twice as wide as high: red, green in the middle, blue. */
async function widePicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 800;
    canvas.height = 400;
    const context = canvas.getContext('2d');
    if (context === null) return '';
    for (const [color, left, width] of [
      ['#c00000', 0, 200],
      ['#008000', 200, 400],
      ['#0000c0', 600, 200],
    ] as const) {
      context.fillStyle = color;
      context.fillRect(left, 0, width, 400);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

test('S2.32 a profile takes a right NPI, a login and a license, and reminds of its end', async ({ page }) => {
  await signIn(page);
  await goTo(page, '/providers', 'Providers');
  await page.getByRole('gridcell', { name: 'Marsh, Owen' }).click();
  const detail = page.getByRole('region', { name: 'Open provider' });
  await detail.getByLabel('NPI').fill('1234567890');
  await detail.getByLabel('License number').fill('MA-4711');
  await expect(detail.getByText('is not a National Provider Identifier; compare its ten digits')).toBeVisible();
  await detail.getByLabel('NPI').fill('1234567893');
  await detail.getByLabel('License expires').fill(dayIn(10));
  await detail.getByLabel('Credentials').fill('MD');
  await detail.getByRole('combobox', { name: 'User' }).fill('pat');
  await page.getByRole('option', { name: 'Patel, Lena' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved Marsh, Owen.')).toBeVisible();
  const strip = page.getByRole('region', { name: 'Licenses that run out' });
  await expect(strip).toContainText('1 license needs renewing: Marsh, Owen expires in');
  await expect(detail.getByText('MD ·')).toBeVisible();
  await expectClean(page);
  await goTo(page, '/users', 'Users');
  await strip.getByRole('button', { name: 'Open Providers' }).click();
  await expect(page.getByRole('heading', { name: 'Providers', level: 1 })).toBeVisible();
});

test('S2.32 a photo is cut square and kept small, and a photo that is no photo is refused in a sentence', async ({
  page,
}) => {
  await signIn(page);
  await goTo(page, '/providers', 'Providers');
  await page.getByRole('gridcell', { name: 'Marsh, Owen' }).click();
  const detail = page.getByRole('region', { name: 'Open provider' });
  const chooser = detail.locator('input[type=file]');
  await chooser.setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ no picture') });
  await expect(detail.getByRole('alert')).toHaveText(
    'This file is no picture that can be read. Choose a JPEG, PNG or WebP picture.',
  );
  await chooser.setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: await widePicture(page) });
  await expect(page.getByText('The photo is set.')).toBeVisible();
  const faces = page.getByRole('img', { name: 'The face of Marsh, Owen' });
  await expect(faces).toHaveCount(2);
  const corner = await faces.first().evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    return { side: image.naturalWidth, pixel: [...(context?.getImageData(2, 2, 1, 1).data ?? [])] };
  });
  expect(corner.side).toBe(256);
  expect(corner.pixel.map((part, index) => Math.abs(part - ([0, 128, 0, 255][index] ?? 0)) < 8)).not.toContain(false);
  await expectClean(page);
  await detail.getByRole('button', { name: 'Show the history' }).click();
  await expect(detail.getByText('set the photo of a provider')).toBeVisible();
  await detail.getByRole('button', { name: 'Remove the photo' }).click();
  await expect(faces).toHaveCount(0);
});

test('S2.34 metrics stand in chart and table, follow the period, and are saved', async ({
  page,
  files,
  answerDialogs,
}) => {
  await signIn(page);
  await goTo(page, '/provider-metrics', 'Provider metrics');
  const table = page.getByRole('table', { name: 'Figures of providers' });
  const row = table.getByRole('row', { name: /Marsh, Owen/ });
  await expect(row.getByText('12.5 %')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Figure of the chart' }).getByText('Average stars').click();
  await expect(page.getByRole('img', { name: /^Average stars by provider/ })).toContainText('Marsh, Owen');
  await expectClean(page);
  await row.getByRole('button', { name: 'Change the commission of Marsh, Owen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Percent of what is received').fill('a tenth');
  await dialog.getByRole('button', { name: 'Set the commission' }).click();
  await expect(dialog.getByText('Write a percentage from 0 to 100, such as 12.5.')).toBeVisible();
  await dialog.getByLabel('Percent of what is received').fill('10');
  await dialog.getByRole('button', { name: 'Set the commission' }).click();
  await expect(row.getByText('10 %')).toBeVisible();
  answerDialogs({ save: [join(files, 'metrics.csv')] });
  await page.getByRole('button', { name: 'Save the figures…' }).click();
  await page.getByLabel('Reason').fill('For the partners.');
  await page.getByRole('button', { name: 'Choose the place…' }).click();
  await expect(page.getByText(/Saved \d+ rows to metrics\.csv\./)).toBeVisible();
  expect(readFileSync(join(files, 'metrics.csv'), 'utf8')).toContain('"Marsh, Owen"');
  await page.getByLabel('Period').selectOption('Last year');
  await expect(row.getByRole('cell').first()).toHaveText('0');
  await page.getByLabel('To', { exact: true }).fill('2001-01-01');
  await expect(page.getByText('The first day lies after the last one. Exchange them and try again.')).toBeVisible();
});

test('S2.34 ratings are entered without a name, and metrics stay closed to the front desk', async ({ page }) => {
  await signIn(page);
  await goTo(page, '/ratings', 'Ratings');
  await page.getByRole('button', { name: 'Add rating…' }).click();
  const detail = page.getByRole('region', { name: 'Open rating' });
  await detail.getByLabel('Day').fill(dayIn(-1));
  await detail.getByRole('combobox', { name: 'Provider' }).fill('marsh');
  await page.getByRole('option', { name: 'Marsh, Owen' }).click();
  await detail.getByLabel('Stars').fill('6');
  await detail.getByLabel('What was said').fill('Kind and quick.');
  await page.keyboard.press('Control+s');
  await expect(detail.getByLabel('Stars')).toHaveAttribute('aria-invalid', 'true');
  await detail.getByLabel('Stars').fill('5');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the rating.')).toBeVisible();
  await expectClean(page);
  await page.getByRole('menubar').getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page, 'front');
  const period = { fromDay: dayIn(-30), toDay: dayIn(0), providerIds: null };
  await expect(call(page, 'provider.readMetrics', period)).rejects.toThrow('was refused');
});
