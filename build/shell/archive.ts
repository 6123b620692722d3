// Unpacks a packaged app's archive, so that plain Node can read what Electron reads inside it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Entry = { files: Record<string, Entry> } | { offset?: string; size: number; unpacked?: boolean; link?: string };

/** A folder with the archive's files, gone again when this process ends. Files kept beside the archive are copied in. */
export function unpackArchive(file: string): string {
  const bytes = readFileSync(file);
  // An archive starts with two length-prefixed blocks: the header's size, then the header as a string of JSON.
  const headerSize = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const start = 8 + headerSize;
  const target = mkdtempSync(join(tmpdir(), 'shell-app-'));
  process.on('exit', () => rmSync(target, { recursive: true, force: true }));
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
  write(header, target);
  if (existsSync(`${file}.unpacked`)) cpSync(`${file}.unpacked`, target, { recursive: true });
  return target;
}
