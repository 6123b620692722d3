// Saves records as a FHIR bundle: what the caller reaches, as they see it, and never without its entry in the log.
import { basename } from 'node:path';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { FHIR_KINDS, type FhirKind } from '../../shared/fhir/codes.ts';
import { writeBundle } from '../fhir/writeBundle.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import { refuseLacking } from './refuseLacking.ts';
import { saveAfterCommit } from './saveAfterCommit.ts';

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
  const pieces: string[] = [];
  const counts = writeBundle(tx, types, call.scope, (text) => void pieces.push(text));
  const trouble = saveAfterCommit(call, path, pieces.join(''));
  if (trouble !== null) return trouble;
  const fileName = basename(path);
  call.note({
    count: counts.reduce((sum, { count }) => sum + count, 0),
    object: { type: 'bundle', id: 'fhir', label: fileName },
    changes: counts.map(({ kind, count }) => ({ field: kind, old: null, new: String(count) })),
  });
  return { isSaved: true, fileName, counts };
};

export const fhirHandlers: Pick<Handlers, 'fhir.export'> = { 'fhir.export': exportBundle };

function typeOf(kind: FhirKind): RecordType {
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error(`no record type \`${kind}\``);
  return type;
}
