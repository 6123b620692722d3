// Starting twice, starting on a broken folder, and locking with the computer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appEnv, expect, programPath, ROOT, test } from './fixtures.ts';

async function startAlone(dataDir: string, deviceDir: string): Promise<{ code: number | null; said: string }> {
  const second = spawn(programPath(), [ROOT], {
    env: appEnv({ dataDir, deviceDir }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const [code] = (await once(second, 'close')) as [number | null];
  return { code, said };
}

test('a second start brings the first window to the front and says so', async ({ app, dataDir, deviceDir }) => {
  await app.evaluate(({ app: running }) => {
    running.on('second-instance', () => Reflect.set(globalThis, 'heardSecond', true));
  });
  const { code, said } = await startAlone(dataDir, deviceDir);
  expect(code).toBe(0);
  expect(said).toContain('Keyward is already running; its window has been brought to the front.');
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'heardSecond'))).toBe(true);
});

test('a start that cannot use its folder says why in a sentence, without a stack', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-broken-'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'vault'), 'a file where a folder should be');
  const { code, said } = await startAlone(join(folder, 'data'), join(folder, 'device'));
  expect(code).toBe(1);
  expect(said).toContain('Move that file away, then start Keyward again.');
  expect(said).not.toMatch(/^\s+at /m);
});

test('a page whose process dies comes back fresh (S2.41)', async ({ app, page }) => {
  await page.evaluate(() => Reflect.set(window, 'leftBehind', true));
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  });
  await page.waitForFunction(() => Reflect.get(window, 'leftBehind') === undefined);
});

test('the app starts again on the same folders after it was closed', async ({ relaunch }) => {
  const { page } = await relaunch();
  await expect(page.locator('#root')).toBeAttached();
});
