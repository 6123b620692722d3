// What goes back to the window: checked output, or a fault without detail.
import { DatabaseOpenError, databaseErrorCode } from '../../db/database.ts';
import { type Output, PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { VaultDamagedError } from '../keys/vaultDamagedError.ts';

/** Strict parse of a handler's output; throws when it holds anything its schema does not name (AppSensor IE7). */
export function checkOutput<N extends ProcedureName>(name: N, value: unknown): Output<N> {
  return PROCEDURES[name].output.parse(value) as Output<N>;
}

/** Any thrown thing as INTERNAL: a plain sentence, never a message, path or row of the fault itself. */
export function refuseFault(error: unknown): Refusal {
  if (error instanceof VaultDamagedError) return refuse('INTERNAL', error.sentence);
  const code = databaseErrorCode(error);
  if (code !== null) return refuse('INTERNAL', new DatabaseOpenError(code, 'while working').sentence);
  return refuse(
    'INTERNAL',
    'Something went wrong inside the program, and nothing was changed. Try again; if it happens again, note the time and tell your Super User.',
  );
}

/** The change is committed and in the log, but a step after it failed, such as the new keys of somebody who left. */
export function refuseUnfinished(): Refusal {
  return refuse(
    'INTERNAL',
    'This was saved, but finishing it failed. Sign out and sign in again: what is missing is then done. If it happens again, tell your Super User.',
  );
}
