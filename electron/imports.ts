// The file a session chose for import, from choosing to applying; held in memory only.

import type { Database } from '../db/database.ts';
import type { RememberedMapping } from '../db/repositories/importMapping.ts';
import type { ReadTx } from '../db/transaction.ts';
import type { RecordReach } from '../shared/authorization/scope.ts';
import type { Output } from '../shared/catalogue/procedures.ts';
import type { RecordType } from '../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../shared/errors.ts';
import { stillFits } from './import/applyRows.ts';
import { checkFile } from './import/checkFile.ts';
import { type ChosenFile, openFile } from './import/chosenFile.ts';
import type { CheckedGroup, KnownRows } from './import/importedRow.ts';
import type { Mapping } from './import/mapping.ts';
import type { JobWork } from './jobs.ts';

/** What a window sees of a chosen file: its name without the folder, its columns and first rows. */
export type ChosenImport = Extract<Output<'import.choose'>, { isChosen: true }>;

/** What a check needs besides the file. The database is opened anew for each slice and may be locked meanwhile. */
export interface CheckMeans {
  readonly database: () => Database;
  readonly nowMs: number;
  readonly newId: () => string;
  /** Rows may name and change records within this reach only. */
  readonly reach: RecordReach;
}

export interface CheckWish {
  readonly mapping: Mapping;
  readonly knownRows: KnownRows;
}

/** A checked import, ready to be saved. */
export interface CheckedImport {
  readonly kind: string;
  readonly groups: readonly CheckedGroup[];
  /** The columns and what they were mapped to; null where there is nothing to map. */
  readonly mapped: { readonly headers: readonly string[]; readonly mapping: RememberedMapping } | null;
  readonly knownRows: KnownRows;
  readonly counts: ImportCounts;
}

export type ImportCounts = Output<'job.read'>['counts'];

/** What is known of a chosen file without reading it again. */
export interface ImportSummary {
  readonly fileName: string;
  readonly types: readonly RecordType[];
  /** What the last check was to do with rows that are here already. */
  readonly knownRows: KnownRows;
}

export interface Imports {
  /** Reads the file whole; a session has one file, so an earlier one is given up. `remembered` finds the mapping used
   *  last for the columns of the file. */
  choose(
    sessionId: string,
    kind: string,
    path: string,
    remembered: (headers: readonly string[]) => RememberedMapping | null,
  ): ChosenImport | Refusal;
  /** The work of checking every row, to be run as a job. Returns INVALID_INPUT for a mapping that cannot be used. */
  check(sessionId: string, importId: string, wish: CheckWish, means: CheckMeans): JobWork | Refusal;
  /** The checked rows. Returns CONFLICT when the file is not checked, has errors, or what is stored changed since. */
  checked(sessionId: string, importId: string, tx: ReadTx, reach: RecordReach): CheckedImport | Refusal;
  /** What the session has chosen, or null when it has no such import. */
  summary(sessionId: string, importId: string): ImportSummary | null;
  /** Forgets the file; false when the session has no such import. */
  discard(sessionId: string, importId: string): boolean;
  /** Forgets whatever the session had chosen. */
  endSession(sessionId: string): void;
}

interface Chosen {
  readonly importId: string;
  readonly file: ChosenFile;
  knownRows: KnownRows;
  /** The last check that was asked for; an older one that ends later no longer counts. */
  newestCheck: object | null;
  checked: (CheckedImport & { readonly reach: RecordReach }) | null;
}

/** The chosen files of all sessions. */
export function createImports(newId: () => string): Imports {
  const chosen = new Map<string, Chosen>();
  const find = (sessionId: string, importId: string): Chosen | null => {
    const found = chosen.get(sessionId);
    return found?.importId === importId ? found : null;
  };
  return {
    choose(sessionId, kind, path, remembered) {
      const file = openFile(path, kind);
      if (isRefusal(file)) return file;
      const importId = newId();
      chosen.set(sessionId, { importId, file, knownRows: 'leaveOut', newestCheck: null, checked: null });
      return { isChosen: true, importId, ...file.view(remembered) };
    },
    check(sessionId, importId, { mapping, knownRows }, means) {
      const found = find(sessionId, importId);
      if (found === null) return GONE;
      const planned = found.file.plan(mapping);
      if (isRefusal(planned)) return planned;
      const check = {};
      found.newestCheck = check;
      found.knownRows = knownRows;
      found.checked = null;
      return async (progress) => {
        let counts: ImportCounts = { added: 0, changed: 0, changedFields: 0, leftOut: 0 };
        const { groups: rows, mapped } = planned;
        const groups = await checkFile(
          { groups: rows, rowCount: found.file.rowCount, knownRows, ...means },
          {
            ...progress,
            finish(result) {
              if (result.counts !== undefined) counts = result.counts;
              progress.finish(result);
            },
          },
        );
        if (groups === null || found.newestCheck !== check || progress.signal.aborted) return;
        found.checked = { kind: found.file.kind, groups, mapped, knownRows, counts, reach: means.reach };
      };
    },
    checked(sessionId, importId, tx, reach) {
      const found = find(sessionId, importId);
      if (found === null) return GONE;
      const { checked } = found;
      if (checked === null) return NOT_CHECKED;
      const isSameReach = JSON.stringify(checked.reach) === JSON.stringify(reach);
      return isSameReach && stillFits(tx, checked.groups, reach) ? checked : CHANGED;
    },
    summary(sessionId, importId) {
      const found = find(sessionId, importId);
      if (found === null) return null;
      return { fileName: found.file.fileName, types: found.file.types, knownRows: found.knownRows };
    },
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
