// The file a session chose for import, from choosing to applying; held in memory only.

import type { Database } from '../db/database.ts';
import {
  type ImportedPatient,
  type ImportedProvider,
  isImported,
  isProvider,
} from '../db/repositories/importPeople.ts';
import type { ReadTx } from '../db/transaction.ts';
import type { RowScope } from '../shared/authorization/scope.ts';
import type { Output } from '../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../shared/errors.ts';
import { checkFile } from './import/checkFile.ts';
import { type ImportKind, importFields } from './import/importFields.ts';
import { type Mapping, resolveMapping, suggestMapping } from './import/mapping.ts';
import { maskSsn } from './import/maskSsn.ts';
import { type OpenedCsv, openCsv } from './import/openCsv.ts';
import type { JobWork } from './jobs.ts';

/** What a window sees of a chosen file: its name without the folder, its columns and first rows. */
export type ChosenImport = Extract<Output<'import.choose'>, { isChosen: true }>;

/** Rows that passed every check, in the order of the file. */
export type CheckedPeople =
  | { readonly kind: 'providers'; readonly people: readonly ImportedProvider[] }
  | { readonly kind: 'patients'; readonly people: readonly ImportedPatient[] };

/** What a check needs besides the file. The database is opened anew for each slice and may be locked meanwhile. */
export interface CheckMeans {
  readonly database: () => Database;
  readonly nowMs: number;
  /** A row may name providers within this scope only. */
  readonly scope: RowScope;
}

export interface Imports {
  /** Reads the file whole; a session has one file, so an earlier one is given up. */
  choose(sessionId: string, kind: ImportKind, path: string): ChosenImport | Refusal;
  /** The work of checking every row, to be run as a job. Returns INVALID_INPUT for a mapping that cannot be used. */
  check(sessionId: string, importId: string, mapping: Mapping, means: CheckMeans): JobWork | Refusal;
  /** The checked rows. Returns CONFLICT when the file is not checked, has errors, or the lists changed since. */
  checked(sessionId: string, importId: string, tx: ReadTx): CheckedPeople | Refusal;
  /** The file's name without its folder, or null when the session has no such import. */
  fileName(sessionId: string, importId: string): string | null;
  /** Forgets the file; false when the session has no such import. */
  discard(sessionId: string, importId: string): boolean;
  /** Forgets whatever the session had chosen. */
  endSession(sessionId: string): void;
}

interface Chosen {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly file: OpenedCsv;
  /** The last check that was asked for; an older one that ends later no longer counts. */
  newestCheck: object | null;
  people: CheckedPeople | null;
}

/** The chosen files of all sessions. */
export function createImports(newId: () => string): Imports {
  const chosen = new Map<string, Chosen>();
  const find = (sessionId: string, importId: string): Chosen | null => {
    const found = chosen.get(sessionId);
    return found?.importId === importId ? found : null;
  };
  return {
    choose(sessionId, kind, path) {
      const file = openCsv(path, kind);
      if (isRefusal(file)) return file;
      const importId = newId();
      chosen.set(sessionId, { importId, kind, file, newestCheck: null, people: null });
      return view(importId, kind, file);
    },
    check(sessionId, importId, mapping, means) {
      const found = find(sessionId, importId);
      if (found === null) return GONE;
      const sources = resolveMapping(found.kind, mapping, found.file.headers);
      if (isRefusal(sources)) return sources;
      const check = {};
      found.newestCheck = check;
      found.people = null;
      return async (progress) => {
        const people = await checkFile({ kind: found.kind, file: found.file, sources, ...means }, progress);
        if (found.newestCheck === check && !progress.signal.aborted) found.people = people;
      };
    },
    checked(sessionId, importId, tx) {
      const found = find(sessionId, importId);
      if (found === null) return GONE;
      if (found.people === null) return NOT_CHECKED;
      return stillFits(found.people, tx) ? found.people : CHANGED;
    },
    fileName: (sessionId, importId) => find(sessionId, importId)?.file.fileName ?? null,
    discard: (sessionId, importId) => find(sessionId, importId) !== null && chosen.delete(sessionId),
    endSession: (sessionId) => void chosen.delete(sessionId),
  };
}

const GONE = refuse('NOT_FOUND', 'This import is not there any more. Choose the file again.');
const NOT_CHECKED = refuse(
  'CONFLICT',
  'Nothing was imported: the file is not checked without errors yet. Check it, correct the rows named, then import.',
);
const CHANGED = refuse(
  'CONFLICT',
  'Nothing was imported: the lists have changed since the file was checked. Check it again.',
);

// Between check and import somebody may have imported the same file or removed a provider.
function stillFits(checked: CheckedPeople, tx: ReadTx): boolean {
  for (const { externalId } of checked.people) {
    if (externalId !== null && isImported(tx, checked.kind, externalId)) return false;
  }
  if (checked.kind === 'providers') return true;
  const providerIds = new Set(checked.people.map(({ providerId }) => providerId));
  providerIds.delete(null);
  return [...providerIds].every((id) => id === null || isProvider(tx, id, { providers: 'all' }));
}

function view(importId: string, kind: ImportKind, file: OpenedCsv): ChosenImport {
  const { fileName, rowCount, headers, sampleRows } = file;
  return {
    isChosen: true,
    importId,
    fileName,
    rowCount,
    headers: [...headers],
    sampleRows: sampleRows.map((cells) => cells.map(maskSsn)),
    fields: importFields(kind).map(({ field, label, isRequired, allowsFixedValue }) => ({
      field,
      label,
      isRequired,
      allowsFixedValue,
    })),
    suggestedMapping: suggestMapping(kind, headers),
  };
}
