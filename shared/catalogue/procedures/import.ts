// Procedures of importing records from files, and of long jobs.
import { z } from 'zod';
import { permission, procedure, session } from '../entry.ts';
import { RECORD_TYPES } from '../records.ts';
import { done, EXAMPLE_ID, id, text } from '../schemas.ts';
import { replayFound } from './replayShapes.ts';

/** What a file can hold: every record type that is imported, in the order in which the files should come. */
export const IMPORT_KINDS: readonly string[] = RECORD_TYPES.filter(({ isImported }) => isImported).map(
  ({ name }) => name,
);
/** A bundle of HL7 FHIR resources of several record types. */
export const FHIR_BUNDLE = 'fhir';
const kind = z.enum([FHIR_BUNDLE, ...IMPORT_KINDS]);
/** Which column of the file fills a field, or one fixed value for every row. */
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('column'), column: z.int().min(0).max(500) }),
  z.strictObject({ from: z.literal('value'), value: text(200) }),
]);
const mapping = z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/), source);
/** What is done with rows whose id is here already. */
const knownRows = z.enum(['leaveOut', 'update']);
const counted = z.array(z.strictObject({ kind: z.string(), count: z.int() }));

/** Records added and changed, fields changed in them, and rows left out because they are here already. */
const importCounts = { added: z.int(), changed: z.int(), changedFields: z.int(), leftOut: z.int() };

export const importProcedures = {
  'import.choose': procedure({
    kind: 'command',
    access: permission('people:import'),
    input: z.strictObject({ kind }),
    output: z.union([
      z.strictObject({ isChosen: z.literal(false) }),
      z.strictObject({
        isChosen: z.literal(true),
        importId: id,
        kind: z.string(),
        fileName: z.string(),
        rowCount: z.int(),
        headers: z.array(z.string()),
        sampleRows: z.array(z.array(z.string())),
        fields: z.array(
          z.strictObject({
            field: z.string(),
            label: z.string(),
            isRequired: z.boolean(),
            allowsFixedValue: z.boolean(),
            refersTo: z.union([z.null(), z.string()]),
            replaces: z.array(z.string()),
          }),
        ),
        suggestedMapping: mapping,
        /** The mapping is the one used last for these columns. */
        isRemembered: z.boolean(),
        /** How many rows of each record type the file brings. */
        contents: counted,
        /** What the file holds besides, which no import knows. */
        leftOver: counted,
      }),
    ]),
    audit: { event: 'import_file_chosen', action: 'R', says: 'chose a file to import' },
    example: { kind: 'patient' },
  }),
  'import.check': procedure({
    kind: 'command',
    access: permission('people:import'),
    input: z.strictObject({ importId: id, mapping, knownRows }),
    output: z.strictObject({ jobId: id }),
    audit: { event: 'import_checked', action: 'R', says: 'checked an import without saving it' },
    example: { importId: EXAMPLE_ID, mapping: {}, knownRows: 'leaveOut' },
  }),
  'import.apply': procedure({
    kind: 'command',
    access: permission('people:import'),
    input: z.strictObject({ importId: id }),
    output: z.strictObject(importCounts),
    audit: { event: 'records_imported', action: 'C', says: 'imported records from a file', dicomCode: '110107' },
    example: { importId: EXAMPLE_ID },
  }),
  'import.discard': procedure({
    kind: 'command',
    access: permission('people:import'),
    input: z.strictObject({ importId: id }),
    output: done,
    audit: { event: 'import_discarded', action: 'E', says: 'gave an import up; nothing was saved' },
    example: { importId: EXAMPLE_ID },
  }),
};

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const previewRow = z.strictObject({
  values: z.record(z.string(), value),
  labels: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** A long job as its starter sees it. */
export const jobView = z.strictObject({
  jobId: id,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  doneCount: z.int(),
  totalCount: z.int(),
  /** One plain sentence about the result or the trouble. */
  message: z.string(),
  /** An import check: what is wrong where (at most the first 200), and how many rows are good. */
  errors: z.array(z.strictObject({ row: z.int(), column: z.string(), message: z.string() })),
  errorCount: z.int(),
  goodCount: z.int(),
  /** Rows that can be imported but should be looked at (at most the first 200). */
  warnings: z.array(z.strictObject({ row: z.int(), message: z.string() })),
  warningCount: z.int(),
  counts: z.strictObject(importCounts),
  /** The first rows of each record type as they will be saved. */
  previews: z.array(z.strictObject({ kind: z.string(), rows: z.array(previewRow) })),
  /** Files an export wrote. */
  files: z.array(z.string()),
  /** A replay of a proposed change of rights: what it found. */
  replay: z.optional(replayFound),
});

export const jobProcedures = {
  'job.read': procedure({
    kind: 'query',
    access: session('a job is shown only to the session whose start of it was permitted'),
    input: z.strictObject({ jobId: id }),
    output: jobView,
    audit: { none: 'progress of a job whose start and end are both in the log; polled' },
    example: { jobId: EXAMPLE_ID },
  }),
  'job.cancel': procedure({
    kind: 'command',
    access: session('a person may stop the job they started'),
    input: z.strictObject({ jobId: id }),
    output: done,
    audit: { event: 'job_cancelled', action: 'E', says: 'cancelled a running job' },
    example: { jobId: EXAMPLE_ID },
  }),
};
