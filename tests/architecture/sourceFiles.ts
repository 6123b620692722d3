// The project's own source files as they lie on the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const FOLDERS = ['shared', 'db', 'electron', 'renderer', 'build', 'tests'] as const;
export type Folder = (typeof FOLDERS)[number];

/** Paths such as `shared/errors.ts`, sorted. */
export function sourceFiles(...folders: readonly Folder[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path))
    .sort();
}

/** The text of a file, comments included. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The text without comments, so that a sentence about a forbidden word is not the word itself. Texts in quotes stay. */
export function codeOf(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;{}(),])\/\/[^\n]*/g, '$1');
}
