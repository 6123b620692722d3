// `npm start` on a folder as it was cloned: installing, building, and which window opens. npm, Electron and the shell are
// stand-ins that say how they were called; the scripts are ours.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const OURS = ['start.mjs', 'setUp.mjs', 'browser.mjs', 'shell/findChromium.mjs'];
/** What npm leaves behind. */
const INSTALLS = '/bin/mkdir -p node_modules && echo "{}" > node_modules/.package-lock.json';
const DISPLAY = { DISPLAY: ':0' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyward-start-'));
  for (const name of OURS) cpSync(join(ROOT, 'build', name), join(folder, 'build', name), { recursive: true });
  write('package-lock.json', '{"packages":{}}');
  write('build/bundle.ts', "console.log('bundled');");
  write('build/tour/tour.ts', "console.log('tour', ...process.argv.slice(2));");
  script('bin/npm', `echo "$@" >> npm-calls; ${INSTALLS}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function script(path: string, says: string): void {
  write(path, `#!/bin/sh\n${says}\n`);
  chmodSync(join(folder, path), 0o755);
}

function start(env: Record<string, string> = {}, args: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/start.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    // Any program counts as a Chromium that is there; none is opened.
    env: { PATH: join(folder, 'bin'), KEYWARD_CHROMIUM: process.execPath, ...env },
  });
  expect(stderr).not.toMatch(/^ +at /m);
  return { status, stdout, stderr };
}

const npmCalls = () => (existsSync(join(folder, 'npm-calls')) ? readFileSync(join(folder, 'npm-calls'), 'utf8') : '');

describe('setting up', () => {
  it('installs what the lock file says, once, and again after the lock file has changed', () => {
    expect(start().stdout).toContain('Installing the dependencies (about two minutes the first time)');
    expect(start().stdout).not.toContain('Installing');
    write('package-lock.json', '{"packages":{"node_modules/one":{"version":"1.0.0"}}}');
    expect(start().stdout).toContain('Installing');
    expect(npmCalls().match(/^ci /gm)).toHaveLength(2);
  });

  it('installs nothing where somebody ran `npm ci` by hand', () => {
    const lock = '{"packages":{"node_modules/one":{"version":"1.0.0"}}}';
    write('package-lock.json', lock);
    write('node_modules/.package-lock.json', lock);
    expect(start().status).toBe(0);
    expect(npmCalls()).toBe('');
  });

  it('says that the folder is not complete without the lock file', () => {
    rmSync(join(folder, 'package-lock.json'));
    expect(start()).toMatchObject({ status: 1, stderr: expect.stringContaining('complete folder of Keyward') });
  });

  it('says that npm is missing', () => {
    rmSync(join(folder, 'bin', 'npm'));
    expect(start()).toMatchObject({ status: 1, stderr: expect.stringContaining('The program npm was not found.') });
  });

  it.each([
    ['npm error code ENOTFOUND', 'Connect to the network'],
    ['npm error code EACCES', 'Copy Keyward to a folder of your own'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['npm error something new', 'npm said:\nnpm error something new'],
  ])('says what to do after `%s`', (said, advice) => {
    script('bin/npm', `echo "${said}" >&2; exit 1`);
    expect(start()).toMatchObject({ status: 1, stderr: expect.stringContaining(advice) });
  });
});

describe('opening the window', () => {
  it('runs the guided tour where there is no display, and says so', () => {
    const { status, stdout } = start();
    expect(status).toBe(0);
    expect(stdout).toContain('There is no display here, so Keyward cannot open a window.');
    expect(stdout).toContain('bundled\n');
    expect(stdout).toContain('tour --out tour-out');
  });

  it('says that the app could not be built', () => {
    write('build/bundle.ts', 'process.exit(1);');
    expect(start()).toMatchObject({ status: 1, stderr: expect.stringContaining('The app could not be built') });
  });

  it('opens Electron where its program is there, and ends as it ends', () => {
    write('node_modules/electron/path.txt', 'electron');
    script('node_modules/electron/dist/electron', 'echo "electron $@"; exit 3');
    const { status, stdout } = start(DISPLAY, ['--data', 'here']);
    expect(status).toBe(3);
    expect(stdout).toContain('electron . --data here');
  });

  it('fetches Electron where it can', () => {
    const fetched =
      "import { cpSync, writeFileSync } from 'node:fs'; cpSync('fetched', 'node_modules/electron/dist/electron', { recursive: true }); writeFileSync('node_modules/electron/path.txt', 'electron');";
    script('fetched', 'echo "electron $@"');
    write('node_modules/electron/package.json', '{"type":"module"}');
    write('node_modules/electron/install.js', fetched);
    expect(start(DISPLAY).stdout).toContain('electron .');
  });

  it('opens the Chromium shell where Electron cannot be fetched, and does not try again all day', () => {
    write('node_modules/electron/install.js', "require('node:fs').appendFileSync('tries', 'x');");
    script('build/shell/electron', 'echo "shell $@"');
    for (const _ of [1, 2]) {
      const { status, stdout } = start(DISPLAY);
      expect(status).toBe(0);
      expect(stdout).toContain('so Keyward opens in Chromium (to try again: npx install-electron).');
      expect(stdout).toContain('shell .');
    }
    expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('x');
  });

  it('names the one command where there is no Chromium either', () => {
    // Where it may install by itself, the installing fails: this `sh` does nothing.
    script('bin/sh', 'exit 1');
    const { status, stderr } = start({ ...DISPLAY, KEYWARD_CHROMIUM: join(folder, 'nothing') });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Chromium (was not found|could not be installed)/);
    expect(stderr).toMatch(/apt-get install|Install Chromium/);
  });
});
