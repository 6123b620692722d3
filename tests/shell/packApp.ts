// Packs the built app with our packaging settings on the shell's folder, which stands in for Electron's own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** The text before the fuse wire in Electron's program, then version 1, nine fuses, each off. */
const FUSE_WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009000000000';

/** Copies the shell to `folder` as an Electron distribution whose program carries a fuse wire. */
export function makeStandInDist(folder: string): void {
  cpSync(join(ROOT, 'build', 'shell'), folder, { recursive: true });
  // The packer keeps one language of Electron's own texts and insists on finding their folder.
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  const program = join(folder, 'electron');
  appendFileSync(program, `# ${FUSE_WIRE}\n`);
  chmodSync(program, 0o755);
}

/** Packs for Linux without installers and gives the folder of the packed app. Throws with the packer's last words. */
export async function packApp(standInDist: string, output: string): Promise<string> {
  const args = [
    join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
    '--linux',
    'dir',
    '--config',
    'electron-builder.yml',
    `-c.electronDist=${standInDist}`,
    `-c.directories.output=${output}`,
    '--publish',
    'never',
  ];
  const packing = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [packing.stdout, packing.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  const [code] = await once(packing, 'close');
  if (code !== 0) throw new Error(`packing failed\n${said.slice(-2000)}`);
  return join(output, 'linux-unpacked');
}
