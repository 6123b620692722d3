// Which audit entries are asked for, and the one rule that says whether an entry is among them.
import type { AuditOutcome, StoredAuditEntry } from './entry.ts';

/** Every member narrows; a member left out does not. Times are UTC epoch ms, both ends included. */
export interface AuditFilter {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** A person's id, leavers included; null asks for entries made before sign-in. */
  readonly actorId?: string | null | undefined;
  /** One of these events. */
  readonly events?: readonly string[] | undefined;
  /** One of these outcomes. */
  readonly outcomes?: readonly AuditOutcome[] | undefined;
  readonly patientId?: string | undefined;
  /** The computer it was done at, by its name. */
  readonly workstation?: string | undefined;
  /** The area: the type of the object concerned. */
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  /** Words to find, in any case, in names, labels, reasons, changed values, event, procedure and workstation. */
  readonly text?: string | undefined;
}

/** Whether `entry` is asked for. Pure; the log screen, the count and the export all use it. */
export function matchesFilter(entry: StoredAuditEntry, filter: AuditFilter): boolean {
  if (filter.fromMs !== undefined && entry.atMs < filter.fromMs) return false;
  if (filter.toMs !== undefined && entry.atMs > filter.toMs) return false;
  if (filter.actorId !== undefined && entry.actor.id !== filter.actorId) return false;
  if (filter.events !== undefined && !filter.events.includes(entry.event)) return false;
  if (filter.outcomes !== undefined && !filter.outcomes.includes(entry.outcome)) return false;
  if (filter.patientId !== undefined && entry.patientId !== filter.patientId) return false;
  if (filter.workstation !== undefined && entry.workstation !== filter.workstation) return false;
  if (filter.objectId !== undefined && entry.object?.id !== filter.objectId) return false;
  if (filter.objectType !== undefined && entry.object?.type !== filter.objectType) return false;
  return filter.text === undefined || filter.text.trim() === '' || holdsText(entry, filter.text.trim());
}

/** Whether the filter narrows anything. */
export function isEverything(filter: AuditFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || value === '');
}

function holdsText(entry: StoredAuditEntry, text: string): boolean {
  const needle = text.toLowerCase();
  return searchable(entry).some((value) => typeof value === 'string' && value.toLowerCase().includes(needle));
}

function searchable(entry: StoredAuditEntry): unknown[] {
  const { actor, object } = entry;
  return [
    actor.name,
    actor.loginId,
    object?.label,
    object?.id,
    entry.event,
    entry.procedure,
    entry.reason,
    entry.why,
    entry.permission,
    entry.workstation,
    entry.patientId,
    ...entry.changes.flatMap((change) => [change.field, change.old, change.new]),
  ];
}
