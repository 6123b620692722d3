// Finds Chromium for the shell and the end-to-end tests, and installs it where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './shell/findChromium.mjs';

const PACKAGES = ['chromium', 'chromium-headless-shell', 'xvfb', 'fonts-dejavu-core', 'fonts-liberation'];
const COMMAND = `apt-get update && apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;

/** Whether Chromium is there, after trying to install it. When it is not, `advice` is a sentence with what to do. */
export function ensureChromium() {
  if (findChromium(true)) return { isThere: true, advice: '' };
  const isDebian = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  if (!isDebian)
    return {
      isThere: false,
      advice: 'Chromium was not found. Install Chromium, or name it in KEYWARD_CHROMIUM, then start again.',
    };
  if (process.getuid?.() !== 0)
    return {
      isThere: false,
      advice: `Chromium was not found. Run this once, then start again:\n  sudo sh -c '${COMMAND}'`,
    };
  process.stdout.write('Installing Chromium …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const installed = spawnSync('sh', ['-c', COMMAND], { stdio: ['ignore', 'ignore', 'pipe'], env, timeout: 600_000 });
  if (installed.status === 0 && findChromium(true)) return { isThere: true, advice: '' };
  return {
    isThere: false,
    advice: `Chromium could not be installed; the system's packages could not be reached. Connect to the network and run:\n  ${COMMAND}`,
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { isThere, advice } = ensureChromium();
  process.stdout.write(isThere ? `Chromium is here: ${findChromium(true)}\n` : `${advice}\n`);
  process.exit(isThere ? 0 : 1);
}
