// A claim with its charge out of the window as a FHIR bundle, and another one in (S2.107, S2.110).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMoney } from './billingPractice.ts';
import { expectClean } from './expectClean.ts';
import { expect, openAs, test } from './peoplePractice.ts';

test.use({
  prepare: {
    more: async (practice) => {
      await addMoney(practice);
    },
  },
});

interface Written {
  readonly entry: { readonly resource: { readonly resourceType: string; readonly item?: readonly object[] } }[];
}

test('S2.107 S2.110 a claim goes out and comes in with its charges, and one that does not add up is named', async ({
  page,
  files,
  answerDialogs,
}) => {
  const [out, wrong, good] = ['out.json', 'wrong.json', 'good.json'].map((name) => join(files, name));
  if (out === undefined || wrong === undefined || good === undefined) throw new Error('no files');
  answerDialogs({ save: [out], open: [wrong, good] });
  await openAs(page, 'dwhitfield', '/fhir-export');
  await page.getByRole('button', { name: 'Save the bundle…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Moving to another program.');
  await page.getByRole('button', { name: 'Choose the place…' }).click();
  await expect(page.getByText('Charges: 1', { exact: true })).toBeVisible();
  await expectClean(page);

  // The same visit once more as another program would write it: at $80.00, with an id of its own.
  const { entry } = JSON.parse(readFileSync(out, 'utf8')) as Written;
  const claim = entry.find(({ resource }) => resource.resourceType === 'Claim')?.resource;
  const item = { ...claim?.item?.[0], extension: [], net: undefined, unitPrice: { value: 80, currency: 'USD' } };
  const copy = (value: number) => ({ ...claim, id: 'k-1', item: [item], total: { value, currency: 'USD' } });
  for (const [path, value] of [
    [wrong, 90],
    [good, 80],
  ] as const)
    writeFileSync(
      path,
      JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: copy(value) }] }),
    );

  await page.evaluate(() => {
    window.location.hash = '#/import';
  });
  await page.getByRole('radio', { name: 'A FHIR bundle' }).check();
  await page.getByRole('button', { name: 'Choose a bundle…' }).click();
  await page.getByRole('button', { name: 'Check the resources' }).click();
  await expect(page.getByRole('table', { name: 'Problems in the file' })).toContainText(
    'is 90.00, and the items come to 80.00',
  );
  await expectClean(page);
  await page.getByRole('button', { name: 'Choose the corrected file…' }).click();
  const contents = page.getByRole('list', { name: 'What comes in' });
  await expect(contents).toContainText('1 claim');
  await expect(contents).toContainText('1 charge');
  await page.getByRole('button', { name: 'Check the resources' }).click();
  await expect(page.getByText('This will add 2 records')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await expect(page.getByText('Imported: 2 records added.')).toBeVisible();
  await page.evaluate(() => {
    window.location.hash = '#/claims';
  });
  await page.getByRole('gridcell', { name: 'C-0000002', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Charges of this claim' })).toContainText('$80.00');
  await expectClean(page);
});
