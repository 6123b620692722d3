// Saves records as a FHIR bundle: what the caller reaches, as they see it, and never without its entry in the log.
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReadTx } from '../../db/transaction.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { refuse } from '../../shared/errors.ts';
import { FHIR_KINDS, type FhirKind } from '../../shared/fhir/codes.ts';
import { writeBundle } from '../fhir/writeBundle.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import { refuseLacking } from './refuseLacking.ts';

const exportBundle: Handler<'fhir.export'> = (call, tx) => {
  const { kinds, purpose } = call.input;
  const types = FHIR_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({ kind, type: typeOf(kind) }));
  call.note({ why: purpose });
  const lacking = refuseLacking(
    tx,
    call,
    types.map(({ type }) => `${type.area}:export` as PermissionId),
  );
  if (lacking !== null) return lacking;
  const { path } = call.prepared;
  if (path === null) return { isSaved: false };
  const counts = saveBeside(path, tx, types, call.scope);
  if (counts === null)
    return refuse('CONSTRAINT_VIOLATED', 'The file could not be written there. Choose another folder and try again.');
  call.afterCommit(() => renameSync(partOf(path), path));
  const fileName = basename(path);
  call.note({
    count: counts.reduce((sum, { count }) => sum + count, 0),
    object: { type: 'bundle', id: 'fhir', label: fileName },
    changes: counts.map(({ kind, count }) => ({ field: kind, old: null, new: String(count) })),
  });
  return { isSaved: true, fileName, counts };
};

export const fhirHandlers: Pick<Handlers, 'fhir.export'> = { 'fhir.export': exportBundle };

/** Writes beside the chosen file; it gets its name after the commit, so that no file is left without its entry. Null when
 *  it cannot be written. */
function saveBeside(
  path: string,
  tx: ReadTx,
  types: readonly { readonly kind: FhirKind; readonly type: RecordType }[],
  reach: Parameters<typeof writeBundle>[2],
): ReturnType<typeof writeBundle> | null {
  const part = partOf(path);
  let file: number;
  try {
    file = openSync(part, 'w', 0o600);
  } catch {
    return null;
  }
  try {
    return writeBundle(tx, types, reach, (text) => void writeSync(file, text));
  } catch (error) {
    rmSync(part, { force: true });
    if (isDiskTrouble(error)) return null;
    throw error;
  } finally {
    closeSync(file);
  }
}

function partOf(path: string): string {
  return `${path}.part`;
}

function isDiskTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT'].includes(String(error.code));
}

function typeOf(kind: FhirKind): RecordType {
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error(`no record type \`${kind}\``);
  return type;
}
