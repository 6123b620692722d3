// `npm run reference`: writes docs/reference from the catalogue, the list of features and the tests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference/pages.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs', 'reference');

mkdirSync(FOLDER, { recursive: true });
for (const [file, text] of referencePages(ROOT)) {
  writeFileSync(join(FOLDER, file), text);
  console.log(`docs/reference/${file}`);
}
