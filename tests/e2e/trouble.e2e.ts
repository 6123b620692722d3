// Files in trouble: the window says in plain words what is wrong and what to do, and nothing is deleted.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../db/open.ts';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import { Vault } from '../../electron/keys/vault.ts';
import { expectClean } from './expectClean.ts';
import { test as bare, expect, type Folders } from './fixtures.ts';
import { OWNER_LOGIN, PASSWORD, preparePractice, signIn } from './practice.ts';

/** The practice is closed; `spoil` does its damage before the window opens. */
const test = bare.extend<{ spoil: { readonly files: (folders: Folders) => void | Promise<void> } }>({
  spoil: [{ files: () => undefined }, { option: true }],
  dataDir: async ({ dataDir, deviceDir, spoil }, use) => {
    const folders = { dataDir, deviceDir };
    await preparePractice(folders);
    await spoil.files(folders);
    await use(dataDir);
    setReadOnly(databaseOf(folders), false);
  },
});
const keyFileOf = ({ dataDir }: Folders) => join(dataDir, 'vault', 'vault.json');
const databaseOf = ({ dataDir }: Folders) => join(dataDir, 'vault', 'console.db');

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1366, height: 768 }));

/** Words for people: no code, no path, no query. */
const INNER_WORDS = /SQLITE|ENOENT|EACCES|\.json|\.db\b|undefined|\bat .*:\d+/;

async function expectPlain(page: Page, says: string | RegExp): Promise<void> {
  const main = page.getByRole('main');
  await expect(main).toContainText(says);
  expect(await main.innerText()).not.toMatch(INNER_WORDS);
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
}

test.describe('a damaged key file', () => {
  test.use({
    spoil: {
      files: (folders) => {
        copyFileSync(keyFileOf(folders), `${keyFileOf(folders)}.kept`);
        truncateSync(keyFileOf(folders), 400);
      },
    },
  });
  test('S3.08 is said at the start; nothing is deleted, and after a repair “Look again” goes on', async ({
    page,
    dataDir,
    deviceDir,
  }) => {
    await expect(page.getByRole('heading', { name: 'The records cannot be opened' })).toBeFocused();
    await expectPlain(
      page,
      'The key file of this practice is damaged. Do not delete anything; restore the newest backup.',
    );
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByRole('heading', { name: 'The records cannot be opened' })).toBeVisible();
    const folders = { dataDir, deviceDir };
    expect(existsSync(databaseOf(folders))).toBe(true);
    copyFileSync(`${keyFileOf(folders)}.kept`, keyFileOf(folders));
    await page.getByRole('button', { name: 'Look again' }).click();
    await signIn(page);
  });
});

test.describe('a key file of a newer version', () => {
  test.use({
    spoil: {
      files: (folders) => writeFileSync(keyFileOf(folders), '{"format":"keyward-vault","version":99}\n'),
    },
  });
  test('S3.08 names the way out at the start', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'The records cannot be opened' })).toBeVisible();
    await expectPlain(page, 'used with a newer version of Keyward. Install that version to open it.');
  });
});

test.describe('a lost key file beside the records', () => {
  test.use({ spoil: { files: (folders) => rmSync(keyFileOf(folders)) } });
  test('S3.08 is damage, never a new beginning', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'The records cannot be opened' })).toBeVisible();
    await expectPlain(page, 'Nothing was changed or deleted.');
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  });
});

test.describe('a lost key of this computer', () => {
  test.use({ spoil: { files: ({ deviceDir }) => rmSync(deviceDir, { recursive: true }) } });
  test('S3.08 leads to the recovery code', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Use the recovery code' })).toBeVisible();
    await expectPlain(page, 'This computer no longer holds its part of the key.');
    await expect(page.getByRole('button', { name: 'Back' })).toBeHidden();
  });
});

const DATABASE_TROUBLE: readonly { what: string; says: string; files: (folders: Folders) => void | Promise<void> }[] = [
  {
    what: 'a database cut short',
    says: 'The practice file is damaged. Do not work in it; restore the newest backup.',
    files: (folders) => truncateSync(databaseOf(folders), 10_000),
  },
  {
    what: 'a database of a newer version',
    says: 'The practice file was written by a newer version of this program. Install that version to open it.',
    files: makeNewer,
  },
  {
    what: 'a database of another practice',
    says: 'The key does not fit the practice file. The file belongs to another installation, or its start is damaged.',
    files: putForeignDatabase,
  },
  {
    what: 'a lost database',
    says: 'The practice file is not there. Restore it from a backup.',
    files: (folders) => rmSync(databaseOf(folders)),
  },
  {
    what: 'a journal that the program did not leave',
    says: 'A leftover file lies beside the practice file that this program did not leave there. Have it examined first.',
    files: (folders) => writeFileSync(`${databaseOf(folders)}-journal`, 'planted'),
  },
  {
    what: 'a write-protected database',
    says: 'The practice file or its folder cannot be written to. Allow writing to it, then try again.',
    files: (folders) => setReadOnly(databaseOf(folders), true),
  },
];

for (const { what, says, files } of DATABASE_TROUBLE)
  test.describe(what, () => {
    test.use({ spoil: { files } });
    test('S3.08 is said at sign-in in plain words, again and again, and never as a wrong password', async ({
      page,
      dataDir,
      deviceDir,
    }) => {
      const path = databaseOf({ dataDir, deviceDir });
      test.skip(what.startsWith('a write-protected') && isWritable(path), 'this login may write to everything');
      const before = existsSync(path) ? readFileSync(path) : null;
      for (let time = 0; time < 2; time += 1) {
        await page.getByLabel('Login ID').fill(OWNER_LOGIN);
        await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
        await expect(page.getByRole('alert')).toContainText(says);
      }
      await expect(page.getByLabel('Login ID')).toHaveValue(OWNER_LOGIN);
      await expectPlain(page, says);
      expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
    });
  });

async function makeNewer(folders: Folders): Promise<void> {
  const options = { vaultDir: join(folders.dataDir, 'vault'), deviceDir: folders.deviceDir };
  const vault = new Vault({ ...options, secretStore: fileSecretStore(), clock: systemClock() });
  const opened = await vault.openWithPassword(OWNER_LOGIN, PASSWORD);
  if (opened === null) throw new Error('the practice could not be opened');
  const db = openDatabase({ path: databaseOf(folders), pageKey: opened.keyring.pageKey });
  db.execute('PRAGMA user_version=99');
  db.close();
  opened.keyring.wipe();
}

async function putForeignDatabase(folders: Folders): Promise<void> {
  const other = { dataDir: join(folders.dataDir, 'other'), deviceDir: join(tmpdir(), `${Date.now()}-other-device`) };
  for (const folder of Object.values(other)) mkdirSync(folder);
  await preparePractice(other);
  copyFileSync(databaseOf(other), databaseOf(folders));
  for (const folder of Object.values(other)) rmSync(folder, { recursive: true });
}

/** Mode bits do not bind the administrator of Linux; the immutable mark does, where the file system knows it. */
function setReadOnly(path: string, isReadOnly: boolean): void {
  if (!existsSync(path)) return;
  if (process.platform === 'linux') spawnSync('chattr', [isReadOnly ? '+i' : '-i', path]);
  if (!isReadOnly || isWritable(path)) chmodSync(path, isReadOnly ? 0o444 : 0o600);
}

function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}
