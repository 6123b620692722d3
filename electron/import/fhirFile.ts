// A bundle of HL7 FHIR R4 as a chosen file.
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { type BundleRow, type ReadBundle, readBundle } from '../../shared/fhir/bundle.ts';
import { FHIR_KINDS, type FhirKind } from '../../shared/fhir/codes.ts';
import type { ChosenFile } from './chosenFile.ts';
import { MAX_ROWS } from './csvLimits.ts';
import { decodeCsv } from './decodeCsv.ts';
import type { RawRow, RowGroup } from './importedRow.ts';
import { EXTERNAL_ID } from './importFields.ts';
import { readBytes } from './readBytes.ts';

/** A bundle is read as one piece, so it may not be as large as a table. */
const MAX_BUNDLE_BYTES = 100 * 1024 * 1024;
const SLICE_ROWS = 100;

/** Reads the bundle whole. Returns INVALID_INPUT with a plain sentence for a file that is none. */
export function openFhir(path: string): ChosenFile | Refusal {
  const read = readBytes(path);
  if (!Buffer.isBuffer(read)) return refuse('INVALID_INPUT', read.trouble);
  if (read.length > MAX_BUNDLE_BYTES)
    return refuse('INVALID_INPUT', 'The bundle is larger than 100 MB. Split it into smaller ones.');
  const bundle = readBundle(parse(read));
  if (bundle === null)
    return refuse('INVALID_INPUT', 'The file is not a FHIR bundle in JSON. Choose a file that holds one.');
  const rowCount = groupsOf(bundle).reduce((sum, { rows }) => sum + rows.length, 0);
  if (rowCount === 0)
    return refuse(
      'INVALID_INPUT',
      'The bundle holds no Patient, Practitioner, Appointment or Claim. Choose another file.',
    );
  if (rowCount > MAX_ROWS)
    return refuse(
      'INVALID_INPUT',
      `The bundle holds more than ${MAX_ROWS.toLocaleString('en-US')} resources. Split it.`,
    );
  return fhirFile(basename(path), rowCount, bundle);
}

function fhirFile(fileName: string, rowCount: number, bundle: ReadBundle): ChosenFile {
  const groups = groupsOf(bundle);
  return {
    kind: 'fhir',
    fileName,
    rowCount,
    types: groups.map(({ kind }) => typeOf(kind)),
    view: () => ({
      kind: 'fhir',
      fileName,
      rowCount,
      headers: [],
      sampleRows: [],
      fields: [],
      suggestedMapping: {},
      isRemembered: false,
      contents: groups.map(({ kind, rows }) => ({ kind, count: rows.length })),
      leftOver: bundle.unknown.map((left) => ({ ...left })),
    }),
    plan: () => ({ groups: groups.map(rowGroup), mapped: null }),
  };
}

/** What the bundle brings, by record type in the order in which one may name the other. */
interface BundleGroup {
  readonly kind: FhirKind | 'charge';
  readonly rows: readonly BundleRow[];
}

function groupsOf({ rows, charges }: ReadBundle): readonly BundleGroup[] {
  const groups = [
    ...FHIR_KINDS.map((kind) => ({ kind, rows: rows[kind] })),
    { kind: 'charge' as const, rows: charges },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

function rowGroup({ kind, rows }: BundleGroup): RowGroup {
  return {
    type: typeOf(kind),
    async *slices() {
      for (let at = 0; at < rows.length; at += SLICE_ROWS) {
        yield rows.slice(at, at + SLICE_ROWS).map(rawRow);
        await nextTurn();
      }
    },
  };
}

function rawRow({ entry, name, externalId, read, problems }: BundleRow): RawRow {
  const place = (path: string) => (path === '' ? name : `${name} ${path}`);
  return {
    row: entry,
    texts: { ...read.texts, ...(externalId === null ? {} : { [EXTERNAL_ID]: externalId }) },
    errors: problems.map(({ path, message }) => ({ row: entry, column: place(path), message })),
    columnOf: (field) => place(field === EXTERNAL_ID ? 'id' : (read.paths[field] ?? field)),
  };
}

function parse(bytes: Buffer): unknown {
  const text = decodeCsv(bytes);
  if (!Buffer.isBuffer(text)) return null;
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    // The place of the fault would quote the file.
    return null;
  }
}

function typeOf(kind: BundleGroup['kind']): RecordType {
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error(`no record type \`${kind}\``);
  return type;
}
