// The filter of the activity log as it stands in the address, so that Back and links keep it.
import { z } from 'zod';
import { OUTCOMES } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';

export type AuditFilter = CallInput<'audit.find'>['filter'];

const day = z.iso.date().optional().catch(undefined);
const word = z.string().min(1).max(64).optional().catch(undefined);
const logFilter = z.object({
  /** Local calendar days, both included. */
  from: day,
  to: day,
  who: word,
  what: word,
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
  area: word,
  patient: word,
  /** The record number that `patient` was found by; shown instead of the id. */
  record: z.coerce.number().int().optional().catch(undefined),
  text: z.coerce.string().min(1).max(100).optional().catch(undefined),
});
/** Members left out do not narrow. */
export type LogFilter = z.output<typeof logFilter>;

/** Reads the filter from the search part of an address; what is not understood is left out. */
export function parseLogFilter(search: unknown): LogFilter {
  const parsed = logFilter.safeParse(search);
  return parsed.success ? parsed.data : {};
}

/** The filter as the main process wants it. Days begin and end by the clock of this computer. */
export function auditFilterOf(filter: LogFilter): AuditFilter {
  return {
    fromMs: filter.from === undefined ? null : Date.parse(`${filter.from}T00:00:00`),
    toMs: filter.to === undefined ? null : Date.parse(`${filter.to}T23:59:59.999`),
    actorId: filter.who ?? null,
    event: filter.what ?? null,
    outcome: filter.outcome ?? null,
    objectType: filter.area ?? null,
    objectId: null,
    patientId: filter.patient ?? null,
    search: filter.text ?? '',
  };
}

/** Whether anything is narrowed. */
export function isNarrowed(filter: LogFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
