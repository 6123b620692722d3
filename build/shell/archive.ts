// Unpacks a packaged app's archive, so that plain Node can read what Electron reads inside it.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Entry = { files: Record<string, Entry> } | { offset?: string; size: number; unpacked?: boolean; link?: string };

/** The folder with the archive's files; unpacked once per content. Files kept beside the archive are copied in. */
export function unpackArchive(file: string): string {
  const bytes = readFileSync(file);
  // An archive starts with two length-prefixed blocks: the header's size, then the header as a string of JSON.
  const headerSize = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const start = 8 + headerSize;
  const target = join(tmpdir(), `shell-app-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`);
  if (existsSync(target)) return target;
  const making = `${target}.${process.pid}`;
  const write = (entry: Entry, path: string): void => {
    if ('files' in entry) {
      mkdirSync(path, { recursive: true });
      for (const [name, child] of Object.entries(entry.files)) write(child, join(path, name));
      return;
    }
    if (entry.unpacked || entry.link !== undefined) return;
    const from = start + Number(entry.offset);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes.subarray(from, from + entry.size));
  };
  write(header, making);
  if (existsSync(`${file}.unpacked`)) cpSync(`${file}.unpacked`, making, { recursive: true });
  renameSync(making, target);
  return target;
}
