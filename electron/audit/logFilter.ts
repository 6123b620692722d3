// The filters of the Activity log screen as the log's own filter.
import type { AuditFilter } from '../../db/audit/filter.ts';
import { EVENT_GROUPS } from '../../shared/catalogue/eventGroups.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { OUTCOMES } from '../../shared/catalogue/viewFilter.ts';

type ScreenFilter = Input<'audit.find'>['filter'];

/** The choice that stands for entries made before anybody was signed in. */
export const NOBODY_ID = '';

/** A member that is null does not narrow. */
export function logFilter(filter: ScreenFilter): AuditFilter {
  const { actorId, objectId, search } = filter;
  return {
    fromMs: filter.fromMs ?? undefined,
    toMs: filter.toMs ?? undefined,
    actorId: actorId === null ? undefined : actorId === NOBODY_ID ? null : actorId,
    events: eventsOf(filter),
    outcomes: outcomesOf(filter.outcome),
    objectType: filter.objectType ?? undefined,
    patientId: filter.patientId ?? undefined,
    objectId: objectId ?? undefined,
    workstation: filter.workstation ?? undefined,
    text: search === '' ? undefined : search,
  };
}

// Both narrow: an event outside the group leaves nothing.
function eventsOf({ event, group }: ScreenFilter): readonly string[] | undefined {
  if (group === null) return event === null ? undefined : [event];
  const { events } = EVENT_GROUPS[group];
  return event === null ? events : events.filter((each) => each === event);
}

function outcomesOf(outcome: ScreenFilter['outcome']): AuditFilter['outcomes'] {
  if (outcome === null) return undefined;
  return outcome === 'notDone' ? OUTCOMES.filter((each) => each !== 'succeeded') : [outcome];
}
