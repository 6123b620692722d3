// The Synthea practice beside the project, for tests on real files; absent in a plain clone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'synthea');

/** The folder with `providers.csv` and `patients.csv`, or null with one line on the console. */
export function syntheaFolder(): string | null {
  if (existsSync(join(FOLDER, 'patients.csv'))) return FOLDER;
  console.log('skipped: the Synthea files are not beside the project (../shared/data/synthea)');
  return null;
}
