// Where a person works now: roles given for one place count there alone (S2.29).
import { locationsInUse } from '../../db/repositories/locationTree.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import type { Session } from '../session/session.ts';
import { ownSession } from './ownSession.ts';

interface Place {
  readonly locationId: string;
  readonly name: string;
}

export const workLocationHandlers: Pick<Handlers, 'session.setWorkLocation'> = {
  'session.setWorkLocation': (call, tx) => {
    const session = ownSession(call);
    const { locationId } = call.input;
    const chosen = placesOf(tx, session, call.nowMs).find((place) => place.locationId === locationId);
    if (locationId !== null && chosen === undefined)
      return refuse(
        'NOT_FOUND',
        'This location is not in use, or it is outside the locations you may work at. Choose another.',
      );
    call.note({
      object: { type: 'session', id: session.sessionId, label: session.name },
      changes: [
        { field: 'Works at', old: workLocationOf(tx, session, call.nowMs)?.name ?? null, new: chosen?.name ?? null },
      ],
    });
    call.afterCommit(() => {
      session.workLocationId = locationId;
    });
    return {};
  },
};

/** The location of a session with its name; null where none is chosen, or the chosen one is none of theirs any more. */
export function workLocationOf(tx: ReadTx, session: Session, nowMs: number): Place | null {
  const { workLocationId } = session;
  if (workLocationId === null) return null;
  return placesOf(tx, session, nowMs).find(({ locationId }) => locationId === workLocationId) ?? null;
}

/** Where a person may work: the locations in use within the limit as it is while no place is chosen. */
export function placesOf(tx: ReadTx, { userId }: Session, nowMs: number): readonly Place[] {
  const locations = readSubjectRights(tx, userId, nowMs)?.scope.locations ?? [];
  return locationsInUse(tx).filter(({ locationId }) => locations === 'all' || locations.includes(locationId));
}
