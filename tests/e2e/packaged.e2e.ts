// The packed app: the right files, the right fuses, and it starts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron, expect, test } from '@playwright/test';
import { makeStandInDist, packApp } from '../shell/packApp.ts';

test('the packed app holds only what it needs, has its fuses set and shows its first page', async () => {
  test.skip(process.platform !== 'linux', 'the stand-in for the runtime is for Linux');
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'keyward-package-'));
  makeStandInDist(join(folder, 'dist'));
  const packed = await packApp(join(folder, 'dist'), join(folder, 'out'));
  const program = join(packed, 'keyward');

  const files = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false });
  for (const needed of [
    '/dist/main/main.js',
    '/dist/preload/preload.cjs',
    '/dist/renderer/index.html',
    '/package.json',
  ])
    expect(files).toContain(needed);
  const allowed =
    /^\/(dist(\/(main|preload|renderer)(\/.*)?)?|package\.json|node_modules(\/(better-sqlite3|@node-rs)(\/.*)?)?)$/;
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  expect(files.filter((file) => /\.(map|ts|tsx)$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);

  const wire = await getCurrentFuseWire(program);
  const enabled = Object.entries(wire).filter(([, state]) => state === FuseState.ENABLE);
  expect(enabled.map(([fuse]) => Number(fuse)).sort((a, b) => a - b)).toEqual([
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]);

  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({
    executablePath: program,
    cwd: folder,
    env: {
      ...Object.fromEntries(own),
      KEYWARD_HEADLESS: '1',
      KEYWARD_NODE: process.execPath,
      KEYWARD_DATA_DIR: join(folder, 'data'),
      KEYWARD_DEVICE_DIR: join(folder, 'device'),
    },
  });
  const page = await app.firstWindow();
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await app.evaluate(({ app: running }) => running.isPackaged)).toBe(true);
  // The lists of common passwords are a part of their own that is read from the package when it is first needed.
  const judged: unknown = await page.evaluate(() =>
    Reflect.get(window, 'keyward').call('session.checkPassword', { password: 'Password123!', ownWords: [] }),
  );
  expect(judged).toMatchObject({ ok: true, value: { isAcceptable: false, score: expect.any(Number) } });
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
