// Everybody a call would be permitted to in one state of the rights, with what gives it to them (N1, N7).
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { activeUserIds } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { sourcesOf } from '../../shared/authorization/explain.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { wouldPermit } from '../ipc/authorize.ts';
import { subjectOf } from '../ipc/subject.ts';
import type { Services } from '../services.ts';
import type { AskedCall } from './readQuestion.ts';

export type Holder = Output<'access.findHolders'>['holders'][number];

/** The active people of `state` (the file, or a past state) who may do what is asked at `atMs`, by name.
 *  @param workLocationId where they work at that moment; null: nowhere in particular */
export function holdersIn(
  state: ReadTx,
  asked: AskedCall,
  services: Pick<Services, 'workstation'>,
  atMs: number,
  workLocationId: string | null = null,
): { readonly askedCount: number; readonly holders: Holder[] } {
  const userIds = activeUserIds(state);
  const holders = userIds.flatMap((userId) => holderOf(state, userId, asked, services, atMs, workLocationId) ?? []);
  return {
    askedCount: userIds.length,
    holders: holders.toSorted((one, other) => one.name.localeCompare(other.name)),
  };
}

function holderOf(
  state: ReadTx,
  userId: string,
  { access, permission, facts }: AskedCall,
  { workstation }: Pick<Services, 'workstation'>,
  atMs: number,
  workLocationId: string | null,
): Holder | null {
  const stored = readSubjectRights(state, userId, atMs, workLocationId);
  if (stored === null) return null;
  const subject = subjectOf(state, userId, stored, workstation, atMs);
  if (!wouldPermit(access, { ...facts, subject })) return null;
  const { name, loginId } = stored;
  return {
    userId,
    name,
    loginId,
    isOwnOnly: permission !== null && !subject.held.has(permission),
    sources: permission === null ? [] : [...sourcesOf(permission, stored.rights)],
  };
}
