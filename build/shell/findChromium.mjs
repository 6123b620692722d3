// Where Chromium is on this computer. Plain JavaScript: the start scripts need it before Node 24 is there.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Debian's /usr/bin/chromium is a wrapper that prints a shell error and adds flags: the program itself comes first.
const WINDOWED = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
];
const HEADLESS = ['/usr/lib/chromium/chromium-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of Chromium, or null. `headless` also accepts the smaller build that has no windows. */
export function findChromium(headless, env = process.env) {
  const chosen = env.KEYWARD_CHROMIUM;
  if (chosen) return runs(chosen) ? chosen : null;
  const named = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(headless ? HEADLESS : []), ...WINDOWED, ...named].find(runs) ?? null;
}
