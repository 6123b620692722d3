// What a record type adds to the general way of importing it.
import type { RecordValues } from '../../db/records/recordTable.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { appointmentImport } from './rules/appointmentImport.ts';
import { chargeImport } from './rules/chargeImport.ts';
import { claimImport } from './rules/claimImport.ts';
import { codeImport } from './rules/codeImport.ts';
import { patientImport } from './rules/patientImport.ts';
import { providerImport } from './rules/providerImport.ts';
import { ratingImport } from './rules/ratingImport.ts';

/** Marks what is wrong with a field of the row at hand. */
export type Fail = (field: string, message: string) => void;

/** What a rule may know of the import. */
export interface ImportFacts {
  readonly nowMs: number;
  /** The newest day a birth or death can lie on, `YYYY-MM-DD`. */
  readonly latestDay: string;
}

/** A record as it will be; `before` is null for a new one. */
export interface RowToStore {
  readonly id: string;
  readonly before: RecordValues | null;
  readonly after: RecordValues;
}

export interface ImportRules {
  /** Other words of a choice field, by field and folded word. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Text fields whose cell may name a record of this type by its id; the record's title is stored. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Text fields whose value one record has alone; an empty one is nobody's. */
  readonly unique?: readonly string[];
  /** What must hold besides the schema. `before` is null for a new record. */
  readonly check?: (after: RecordValues, before: RecordValues | null, facts: ImportFacts, fail: Fail) => void;
  /** What must hold against what is stored, when a row is checked and again when it is saved. */
  readonly checkStored?: (tx: ReadTx, row: RowToStore, fail: Fail) => void;
  /** The field that names the record this one came as a part of: it is left out with that one. */
  readonly partOf?: string;
  /** Made once when rows are saved: the values the program writes of each new record, in turn. */
  readonly start?: (tx: ReadTx, facts: ImportFacts) => (values: RecordValues) => RecordValues;
}

const RULES: Readonly<Partial<Record<string, ImportRules>>> = {
  provider: providerImport,
  patient: patientImport,
  rating: ratingImport,
  appointment: appointmentImport,
  claim: claimImport,
  charge: chargeImport,
  procedureCode: codeImport,
  diagnosisCode: codeImport,
};

/** The rules of a type; most have none of their own. */
export function rulesOf(type: RecordType): ImportRules {
  return RULES[type.name] ?? {};
}
