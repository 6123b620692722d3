// A file as it was chosen: what a window sees of it, and its rows once its columns are mapped.
import type { RememberedMapping } from '../../db/repositories/importMapping.ts';
import { FHIR_BUNDLE } from '../../shared/catalogue/procedures/import.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { isRefusal, type Refusal } from '../../shared/errors.ts';
import { csvRows } from './csvRows.ts';
import { openFhir } from './fhirFile.ts';
import type { RowGroup } from './importedRow.ts';
import { type ImportField, importFields } from './importFields.ts';
import { fromRemembered, type Mapping, resolveMapping, suggestMapping, toRemember } from './mapping.ts';
import { maskSsn } from './maskSsn.ts';
import { type OpenedCsv, openCsv } from './openCsv.ts';

type View = Omit<Extract<Output<'import.choose'>, { isChosen: true }>, 'isChosen' | 'importId'>;
type Remembered = (headers: readonly string[]) => RememberedMapping | null;

export interface Planned {
  readonly groups: readonly RowGroup[];
  readonly mapped: { readonly headers: readonly string[]; readonly mapping: RememberedMapping } | null;
}

export interface ChosenFile {
  readonly kind: string;
  readonly fileName: string;
  readonly rowCount: number;
  /** The record types it brings. */
  readonly types: readonly RecordType[];
  readonly view: (remembered: Remembered) => View;
  readonly plan: (mapping: Mapping) => Planned | Refusal;
}

/** Reads the file whole. Returns INVALID_INPUT with a plain sentence for a file that cannot be imported. */
export function openFile(path: string, kind: string): ChosenFile | Refusal {
  if (kind === FHIR_BUNDLE) return openFhir(path);
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error(`no record type \`${kind}\``);
  const fields = importFields(type);
  const file = openCsv(path, fields);
  return isRefusal(file) ? file : csvFile(type, fields, file);
}

function csvFile(type: RecordType, fields: readonly ImportField[], file: OpenedCsv): ChosenFile {
  const { fileName, rowCount, headers } = file;
  return {
    kind: type.name,
    fileName,
    rowCount,
    types: [type],
    view: (remembered) => viewOf(type, fields, file, remembered),
    plan(mapping) {
      const sources = resolveMapping(fields, mapping, headers);
      if (isRefusal(sources)) return sources;
      const mapped = { headers, mapping: toRemember(mapping, headers) };
      return { groups: [csvRows(type, file, sources)], mapped };
    },
  };
}

function viewOf(type: RecordType, fields: readonly ImportField[], file: OpenedCsv, remembered: Remembered): View {
  const { fileName, rowCount, headers, sampleRows } = file;
  const known = remembered(headers);
  return {
    kind: type.name,
    fileName,
    rowCount,
    headers: [...headers],
    sampleRows: sampleRows.map((cells) => cells.map(maskSsn)),
    fields: fields.map(({ field, label, isRequired, allowsFixedValue, refersTo, replaces }) => ({
      field,
      label,
      isRequired,
      allowsFixedValue,
      refersTo,
      replaces: [...replaces],
    })),
    suggestedMapping: known === null ? suggestMapping(fields, headers) : fromRemembered(known, fields, headers),
    isRemembered: known !== null,
    contents: [{ kind: type.name, count: rowCount }],
    leftOver: [],
  };
}
