// The filters of the Activity log screen as the log's own filter.
import type { AuditFilter } from '../../db/audit/filter.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';

type ScreenFilter = Input<'audit.find'>['filter'];

/** The choice that stands for entries made before anybody was signed in. */
export const NOBODY_ID = '';

/** A member that is null does not narrow. An object is found by its id, together with the entries that name it. */
export function logFilter(filter: ScreenFilter): AuditFilter {
  const { actorId, objectId, search } = filter;
  return {
    fromMs: filter.fromMs ?? undefined,
    toMs: filter.toMs ?? undefined,
    actorId: actorId === null ? undefined : actorId === NOBODY_ID ? null : actorId,
    event: filter.event ?? undefined,
    outcome: filter.outcome ?? undefined,
    objectType: filter.objectType ?? undefined,
    patientId: filter.patientId ?? undefined,
    text: objectId ?? (search === '' ? undefined : search),
  };
}
