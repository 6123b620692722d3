// A file that appears under its name only when it is complete and on the disk.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** What was written: SHA-256 (hex) and length. */
export interface WrittenFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface WholeFile {
  /** Adds text to what waits in memory. */
  add(text: string): void;
  /** Puts what waits on the disk once it is worth a write; call it every few hundred lines to keep memory flat. */
  drain(): Promise<void>;
  /** Writes the rest and syncs; the file still has its temporary name. */
  finish(): Promise<WrittenFile>;
  /** Gives the finished file its name and syncs the folder. */
  publish(): Promise<void>;
  /** Closes and removes what is there under the temporary name. */
  abandon(): Promise<void>;
}

const CHUNK_CHARACTERS = 256 * 1024;

/** Starts a file beside its future `path`. Throws the file system's error (see databaseErrorCode() for its meaning). */
export async function createWholeFile(path: string): Promise<WholeFile> {
  const temporary = `${path}.partial`;
  const handle: FileHandle = await open(temporary, 'w', 0o600);
  const digest = createHash('sha256');
  let pieces: string[] = [];
  let pieceCharacters = 0;
  let bytes = 0;
  let isOpen = true;
  const flush = async () => {
    const chunk = Buffer.from(pieces.join(''));
    pieces = [];
    pieceCharacters = 0;
    digest.update(chunk);
    bytes += chunk.length;
    await handle.writeFile(chunk);
  };
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    add(text) {
      pieces.push(text);
      pieceCharacters += text.length;
    },
    async drain() {
      if (pieceCharacters >= CHUNK_CHARACTERS) await flush();
    },
    async finish() {
      await flush();
      await handle.sync();
      await close();
      return { name: basename(path), sha256: digest.digest('hex'), bytes };
    },
    async publish() {
      await rename(temporary, path);
      await syncFolder(dirname(path));
    },
    async abandon() {
      await close();
      await rm(temporary, { force: true });
    },
  };
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no handle on folders; there the rename itself is journaled.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
