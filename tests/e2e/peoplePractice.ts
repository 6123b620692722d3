// A practice with files to import and export, dialogs that answer by themselves, and people who may do little.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestType } from '@playwright/test';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Reply } from '../../shared/errors.ts';
import { launchApp } from './fixtures.ts';
import { BROKEN_CSV, PROVIDERS_CSV, patientsCsv } from './peopleFiles.ts';
import { test as base, expect, type Preparation, signIn } from './practice.ts';

export { expect };

interface PeopleFixtures {
  /** A folder with `providers.csv`, `patients.csv` and `broken.csv`; exports go there too. */
  files: string;
  /** Answers for the next file dialogs, first in first out; none left means cancelled. */
  answerDialogs: (answers: { open?: string[]; save?: string[] }) => void;
}

type WithPeople<Base> =
  Base extends TestType<infer Args, infer WorkerArgs> ? TestType<Args & PeopleFixtures, WorkerArgs> : never;

export const test: WithPeople<typeof base> = base.extend<PeopleFixtures>({
  files: async ({ dataDir }, use) => {
    const folder = `${dataDir}-files`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'providers.csv'), PROVIDERS_CSV);
    writeFileSync(join(folder, 'patients.csv'), patientsCsv());
    writeFileSync(join(folder, 'broken.csv'), BROKEN_CSV);
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  answerDialogs: async ({ files }, use) => {
    await use((answers) => writeFileSync(join(files, 'answers.json'), JSON.stringify(answers)));
  },
  running: async ({ dataDir, deviceDir, files }, use) => {
    const answersFile = join(files, 'answers.json');
    writeFileSync(answersFile, '{}');
    const running = await launchApp({ dataDir, deviceDir }, { KEYWARD_DIALOG_ANSWERS: answersFile });
    await running.page.setViewportSize({ width: 1366, height: 768 });
    await use(running);
    await running.app.close();
  },
});

/** Adds the providers and patients of the files, `front` at the front desk, and `rpatel`, limited to Patel's patients. */
export async function addPeople(practice: Preparation): Promise<void> {
  await practice.importCsv('provider', PROVIDERS_CSV);
  await practice.importCsv('patient', patientsCsv());
  await practice.addUser('front', 'Ortiz', { roleIds: ['front-desk'] });
  const { providers } = await practice.must('user.findProviderChoices', {});
  const providerIds = providers.filter(({ name }) => name.includes('Patel')).map(({ providerId }) => providerId);
  await practice.addUser('rpatel', 'Patel', { roleIds: ['provider'], scope: { kind: 'selected', providerIds } });
}

/** Signs in and opens one of the screens of this part, waiting until it can be used. */
export async function openAs(page: Page, loginId: string, path: keyof typeof READY): Promise<void> {
  await signIn(page, loginId);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await READY[path](page).waitFor();
}

const READY = {
  '/patients': (page: Page) => page.getByRole('grid', { name: 'Patients' }),
  '/providers': (page: Page) => page.getByRole('grid', { name: 'Providers' }),
  '/import': (page: Page) => page.getByRole('button', { name: 'Choose a CSV file…' }),
  '/fhir-export': (page: Page) => page.getByRole('button', { name: 'Save the bundle…' }),
  '/activity': (page: Page) => page.getByText('Nobody can edit or delete here, not even a Super User.'),
} as const;

/** Calls a procedure as the page itself would. */
export async function call<N extends ProcedureName>(page: Page, name: N, input: CallInput<N>): Promise<Output<N>> {
  const reply = (await page.evaluate(
    ([procedure, value]) => {
      const bridge = Reflect.get(window, 'keyward') as { call: (n: unknown, i: unknown) => Promise<unknown> };
      return bridge.call(procedure, value);
    },
    [name, input] as readonly [string, unknown],
  )) as Reply<Output<N>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`);
  return reply.value;
}
