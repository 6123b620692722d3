// Files that are either the old or the new one after a power cut: temporary file, fsync, rename, fsync of the folder.

import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/** Replace `path` by `bytes`, readable by its owner only. Throws the file system's error, leaving the old file. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.tmp`;
  writeSynced(temporary, bytes);
  renameSynced(temporary, path);
}

/** Write a file and wait until the disk has it. */
export function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', OWNER_ONLY);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Rename over an existing file and wait until the folder has it. */
export function renameSynced(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Wait until the disk has a file written by somebody else. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Make renames and deletions in a folder durable. Windows has no such call: NTFS journals them itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
