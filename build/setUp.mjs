// Makes the folder ready to run: the right folder, npm, the installed dependencies. Plain Node without a dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.keyward-lock.sha256');
const IS_WINDOWS = process.platform === 'win32';

/** Ends with one plain sentence instead of a stack. */
export function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Where Node 24 is: a dependency of the project, so the computer's own Node may be older. */
export function node24() {
  const own = join(MODULES, 'node', 'bin', IS_WINDOWS ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stopWith('Node 24 is missing from node_modules. Delete the folder node_modules and start again.');
}

/** The environment in which the project's own tools are found first. */
export function toolEnv(more = {}) {
  const separator = IS_WINDOWS ? ';' : ':';
  const path = [dirname(node24()), join(MODULES, '.bin'), process.env.PATH ?? ''].join(separator);
  return { ...process.env, PATH: path, ...more };
}

/** Installs the dependencies where they are missing or the lock file has changed. */
export function setUp() {
  const lock = join(ROOT, 'package-lock.json');
  if (!existsSync(lock))
    stopWith(
      'The file package-lock.json is missing. Run this in the complete folder of Keyward, as it was copied or cloned.',
    );
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const isInstalled = existsSync(join(MODULES, '.package-lock.json'));
  if (isInstalled && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (isInstalled && !existsSync(STAMP) && matchesLock(lock)) {
    writeFileSync(STAMP, wanted);
    return;
  }
  process.stdout.write('Installing the dependencies (about two minutes the first time) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: IS_WINDOWS,
    timeout: 900_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (npm.error?.code === 'ENOENT')
    stopWith(
      'The program npm was not found. Install Node.js (it brings npm) from your system or its web site, then start again.',
    );
  if (npm.error?.code === 'ETIMEDOUT')
    stopWith(
      'Installing the dependencies took more than 15 minutes and was ended. Check the network, then start again.',
    );
  if (npm.status !== 0) stopWith(reasonOf(`${npm.stdout ?? ''}${npm.stderr ?? ''}`));
  writeFileSync(STAMP, wanted);
}

/** Whether what is installed is what the lock file says: somebody ran `npm ci` by hand. */
function matchesLock(lock) {
  try {
    const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(MODULES, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional === true || installed[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function reasonOf(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return 'The dependencies could not be fetched: there is no way to the package registry. Connect to the network (or set its proxy with `npm config set proxy`), then start again.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return 'The dependencies could not be written: your login may not write in this folder. Copy Keyward to a folder of your own, then start again.';
  if (/ENOSPC/.test(output)) return 'The disk is full: the dependencies need about 1 GB. Make room, then start again.';
  return `The dependencies could not be installed. npm said:\n${output.trim().split('\n').slice(-6).join('\n')}`;
}

/** Runs one of our TypeScript files on Node 24 with this terminal, and ends as it ends. */
export function handOver(script, args, more = {}) {
  if (!existsSync(join(ROOT, script))) stopWith(`There is no file ${script} in this folder of Keyward.`);
  const child = spawn(node24(), [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit', env: toolEnv(more) });
  endWith(child, `${script} could not be started.`);
}

/** Ends this process as `child` ends; signals to this one reach it. */
export function endWith(child, failure) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => stopWith(failure));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
