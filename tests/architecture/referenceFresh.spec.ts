// The reference pages in the repository are what the code says today.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../build/reference/features.ts';
import { referencePages } from '../../build/reference/pages.ts';
import { testSentences } from '../../build/reference/testSentences.ts';
import { ROOT } from './sourceFiles.ts';

const FOLDER = join(ROOT, 'docs', 'reference');
const ADVICE = 'run `npm run reference` and commit the result';

describe('docs/reference', () => {
  const pages = referencePages(ROOT);

  it.each([...pages.keys()])('%s says what the code says', (file) => {
    const path = join(FOLDER, file);
    const stored = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
    expect(stored === pages.get(file), `${file} is not fresh: ${ADVICE}`).toBe(true);
  });

  it('holds no page that nothing writes', () => {
    expect(readdirSync(FOLDER).filter((file) => !pages.has(file))).toEqual([]);
  });

  it('S1.02 has a row for every feature, once', () => {
    const coverage = pages.get('coverage.md') ?? '';
    const ids = FEATURES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(coverage.split(`\n| ${id} |`).length, id).toBe(2);
  });

  it('names no feature in a test that is not in the list', () => {
    const known = new Set(FEATURES.map(({ id }) => id));
    const unknown = testSentences(ROOT).filter(({ ids }) => ids.some((id) => !known.has(id)));
    expect(unknown).toEqual([]);
  });
});
