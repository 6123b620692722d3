// The use every active person made of each right they hold, from the log (P2).
import { spanOf } from '../../db/audit/find.ts';
import { logBeganAtMs, proceduresPermitted } from '../../db/audit/useInLog.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { readSubjectRights, type SubjectRights } from '../../db/repositories/rights.ts';
import { activeUserIds } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import { momentAt } from '../../shared/authorization/momentAt.ts';
import { rightsWhenever } from '../../shared/authorization/rightsWhenever.ts';
import { type RightInUse, rightsInUse } from '../../shared/authorization/rightUse.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import { readGivenByRoles, readNewlyGiven } from './newlyGiven.ts';

export interface PersonInUse {
  readonly userId: string;
  readonly stored: SubjectRights;
  /** What they hold at some hour and place. */
  readonly rights: RightsOfUser;
  readonly uses: readonly RightInUse[];
}

export interface UseOfPractice {
  readonly fromMs: number;
  readonly logBeganAtMs: number | null;
  /** The log reaches less far back than was asked, so no right can be called unused. */
  readonly isLogTooYoung: boolean;
  readonly people: readonly PersonInUse[];
}

const DAY_MS = 86_400_000;

/** Everybody who can sign in, in order of login id, with the use of the last `days` days before `nowMs`. */
export function readRightUse(tx: ReadTx, days: number, nowMs: number): UseOfPractice {
  const fromMs = nowMs - days * DAY_MS;
  const began = logBeganAtMs(tx);
  const isLogTooYoung = began === null || began > fromMs;
  const zone = readPractice(tx).timeZone;
  const dayOf = (atMs: number) => momentAt(atMs, zone, []).day;
  const fromNumber = spanOf(tx, { fromMs }).first;
  const people = activeUserIds(tx).flatMap((userId) => {
    const stored = readSubjectRights(tx, userId, nowMs);
    return stored === null ? [] : [{ userId, stored, rights: rightsWhenever(stored.given, dayOf(nowMs)).rights }];
  });
  const roleIds = new Set(people.flatMap(({ rights }) => rights.roles.map(({ roleId }) => roleId)));
  const ofRoles = readGivenByRoles(tx, [...roleIds], fromMs);
  return {
    fromMs,
    logBeganAtMs: began,
    isLogTooYoung,
    people: people.map(({ userId, stored, rights }) => {
      const newlyGiven = readNewlyGiven(tx, { userId, given: stored.given }, fromNumber, dayOf(fromMs), ofRoles);
      const uses = rightsInUse({
        rights,
        permitted: proceduresPermitted(tx, userId, fromNumber),
        newlyGiven: isLogTooYoung ? { ...newlyGiven, isEverything: true } : newlyGiven,
        reachesPhi: (id) => PERMISSIONS[id].reachesPhi,
      });
      return { userId, stored, rights, uses };
    }),
  };
}
