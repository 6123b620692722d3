// `npm start`: sets up, bundles, then opens the app on Electron, on the Chromium shell, or shows it without a display.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { endWith, handOver, node24, ROOT, setUp, stopWith, toolEnv } from './setUp.mjs';

const ELECTRON = join(ROOT, 'node_modules', 'electron');
const FETCH_LIMIT_MS = 60_000;
const DAY_MS = 86_400_000;
const args = process.argv.slice(2);
const say = (sentence) => process.stdout.write(`${sentence}\n`);

/** The path of Electron's own program, if its binary is here. */
function electronProgram() {
  const named = join(ELECTRON, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(ELECTRON, 'dist', readFileSync(named, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Fetches Electron's binary; where that is not possible within the time limit, nothing is lost.
 *  After a failure it is left alone for a day: behind a silent firewall every start would wait for the whole limit. */
function fetchElectron() {
  const failed = join(ROOT, 'node_modules', '.electron-not-fetched');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < DAY_MS) return null;
  say('Fetching Electron (at most a minute) …');
  const install = [join(ELECTRON, 'install.js')];
  spawnSync(node24(), install, { cwd: ROOT, stdio: 'ignore', env: toolEnv(), timeout: FETCH_LIMIT_MS });
  const program = electronProgram();
  if (program === null) writeFileSync(failed, '');
  return program;
}

setUp();
const bundled = spawnSync(node24(), [join(ROOT, 'build', 'bundle.ts')], {
  cwd: ROOT,
  stdio: 'inherit',
  env: toolEnv(),
});
if (bundled.status !== 0) stopWith('The app could not be built; the lines above say where.');

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (!hasDisplay) {
  say(
    'There is no display here, so Keyward cannot open a window. The guided tour runs instead; its pictures go to tour-out.',
  );
  const { isThere, advice } = ensureChromium();
  if (!isThere) stopWith(advice);
  handOver('build/tour/tour.ts', ['--out', 'tour-out']);
} else {
  const program = electronProgram() ?? fetchElectron();
  if (program)
    endWith(spawn(program, ['.', ...args], { cwd: ROOT, stdio: 'inherit' }), 'Electron could not be started.');
  else startShell();
}

function startShell() {
  if (process.platform !== 'linux' || !process.env.DISPLAY)
    stopWith(
      "Electron's program could not be fetched. Connect to the network, run `npx install-electron`, then start again.",
    );
  const { isThere, advice } = ensureChromium();
  if (!isThere) stopWith(advice);
  say(
    'Electron is not here and could not be fetched, so Keyward opens in Chromium (to try again: npx install-electron).',
  );
  const shell = join(ROOT, 'build', 'shell', 'electron');
  endWith(
    spawn(shell, ['.', ...args], { cwd: ROOT, stdio: 'inherit', env: toolEnv() }),
    'Chromium could not be started.',
  );
}
