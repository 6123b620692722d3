// Writes a file of practice data once its entry stands in the log: whole, or not at all.
import { accessSync, constants, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';

/** Plans the file for after the commit, so that there is none without its entry and none is left by a call that failed.
 *  Returns CONSTRAINT_VIOLATED when the folder takes no file. */
export function saveAfterCommit(call: Pick<AuthorizedCall, 'afterCommit'>, path: string, text: string): Refusal | null {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    return refuse('CONSTRAINT_VIOLATED', 'The file could not be written there. Choose another folder and try again.');
  }
  call.afterCommit(() => writeWhole(path, text));
  return null;
}

/** A broken file would hold patient data that nobody knows of. Only its owner may read it. */
function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
