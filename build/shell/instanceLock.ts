// One instance per data folder: a lock file that names its owner, and a socket on which a second start is announced.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SecondInstance {
  argv: string[];
  cwd: string;
}
export interface InstanceLock {
  isOwner: boolean;
  /** Done when the owner has been told; at most a second. */
  told: Promise<void>;
  release(): void;
}

/** Takes the folder's lock, or tells its owner that somebody tried. A lock whose owner is gone is taken over. */
export function takeInstanceLock(folder: string, onSecond: (second: SecondInstance) => void): InstanceLock {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // No folder, no lock: the app finds out for itself and can say so.
    return { isOwner: true, told: Promise.resolve(), release: () => undefined };
  }
  const file = join(folder, 'shell-instance.lock');
  // A socket's path has room for about a hundred letters, so it does not live in the folder itself.
  const address = join(tmpdir(), `shell-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.sock`);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return { isOwner: true, told: Promise.resolve(), release: own(file, address, onSecond) };
    } catch {
      if (isOwnerAlive(file)) return { isOwner: false, told: tell(address), release: () => undefined };
      rmSync(file, { force: true });
    }
  }
  return { isOwner: false, told: Promise.resolve(), release: () => undefined };
}

function own(file: string, address: string, onSecond: (second: SecondInstance) => void): () => void {
  rmSync(address, { force: true });
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('end', () => {
      onSecond(JSON.parse(text) as SecondInstance);
      socket.end();
    });
    socket.on('error', () => undefined);
  });
  server.on('error', () => undefined);
  server.listen(address);
  server.unref();
  return () => {
    server.close();
    rmSync(address, { force: true });
    rmSync(file, { force: true });
  };
}

function isOwnerAlive(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    process.kill(owner, 0);
    // A number can be used again: only a process that runs this shell counts.
    return readFileSync(`/proc/${owner}/cmdline`, 'utf8').includes('run.ts');
  } catch {
    return false;
  }
}

function tell(address: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(address);
  const done = (): void => resolve();
  socket.setTimeout(1000, () => socket.destroy());
  socket.on('connect', () => socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() })));
  socket.on('error', done);
  socket.on('close', done);
  socket.resume();
  return promise;
}
