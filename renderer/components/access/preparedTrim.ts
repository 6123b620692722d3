// A trim on its way from the list of unused rights to the form where it is reviewed and saved (P2).
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';

/** Rights of one person that are to be unticked. */
export interface PreparedTrim {
  readonly userId: string;
  readonly permissions: readonly PermissionId[];
}

let prepared: PreparedTrim | null = null;

/** Keeps the trim until the next page takes it. It holds ids alone and changes nothing. */
export function prepareTrim(trim: PreparedTrim): void {
  prepared = trim;
}

/** The trim that was prepared, once. */
export function takePreparedTrim(): PreparedTrim | null {
  const taken = prepared;
  prepared = null;
  return taken;
}
