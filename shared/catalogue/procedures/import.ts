// Procedures of importing providers and patients from CSV, and of long jobs.
import { z } from 'zod';
import { permission, procedure, session } from '../entry.ts';
import { done, EXAMPLE_ID, id, text } from '../schemas.ts';

export const IMPORT_KINDS = ['providers', 'patients'] as const;
const kind = z.enum(IMPORT_KINDS);
/** Which column of the file fills a field, or one fixed value for every row. */
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('column'), column: z.int().min(0).max(500) }),
  z.strictObject({ from: z.literal('value'), value: text(200) }),
]);
const mapping = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), source);

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
          }),
        ),
        suggestedMapping: mapping,
      }),
    ]),
    audit: { event: 'import_file_chosen', action: 'R', says: 'chose a file to import' },
    example: { kind: 'patients' },
  }),
  'import.check': procedure({
    kind: 'command',
    access: permission('people:import'),
    input: z.strictObject({ importId: id, mapping }),
    output: z.strictObject({ jobId: id }),
    audit: { event: 'import_checked', action: 'R', says: 'checked an import without saving it' },
    example: { importId: EXAMPLE_ID, mapping: {} },
  }),
  'import.apply': procedure({
    kind: 'command',
    access: permission('people:import'),
    input: z.strictObject({ importId: id }),
    output: z.strictObject({ addedCount: z.int() }),
    audit: { event: 'people_imported', action: 'C', says: 'imported people from a file', dicomCode: '110107' },
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
  previewRows: z.array(z.record(z.string(), z.string())),
  /** Files an export wrote. */
  files: z.array(z.string()),
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
