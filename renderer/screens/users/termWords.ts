// When and where something given counts, in words (S2.29, S2.62, S2.79, S4.07).
import type { RightSource } from '../../../shared/authorization/effectivePermissions.ts';
import {
  type GrantTerms,
  UNLIMITED,
  type WithheldReason,
  withheldBy,
} from '../../../shared/authorization/grantTerms.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { sourceWords } from '../../../shared/catalogue/rightWords.ts';
import { showDate } from '../../components/showTime.ts';
import type { DraftRights } from './draftRights.ts';

/** Why a role or tick does not count now, as a badge says it. */
export const WITHHELD_WORDS: Record<WithheldReason, string> = {
  rightNotYet: 'Not yet',
  rightEnded: 'Ended',
  outsideHours: 'Outside its hours',
  otherLocation: 'Only at its location',
};

/** `from 1 Dec 2026, until 31 Dec 2026, at North`; empty where nothing limits it. */
export function termWords(
  { validFrom, validUntil, locationIds }: GrantTerms,
  nameOf: (locationId: string) => string,
): string {
  return [
    validFrom === null ? null : `from ${showDate(validFrom)}`,
    validUntil === null ? null : `until ${showDate(validUntil)}`,
    locationIds === null ? null : `at ${locationIds.map(nameOf).join(', ')}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** A source of a right with its terms: `Billing role, until 31 Dec 2026`. */
export function sourceInTime(
  source: RightSource,
  permission: PermissionId,
  { given, now, moment, conditioned }: DraftRights,
  nameOf: (locationId: string) => string,
): string {
  const words = sourceWords(source);
  if (source.kind !== 'role' && source.kind !== 'thisUser') return words;
  const one =
    source.kind === 'role'
      ? given.roles.find(({ roleId }) => roleId === source.roleId)
      : given.exceptions.find((tick) => tick.permission === permission && tick.effect === 'grant');
  const terms = one?.terms ?? UNLIMITED;
  const isSome = source.kind === 'role' && conditioned.get(source.roleId)?.includes(permission) === true;
  if (withheldBy(terms, [], moment) === 'rightEnded' && terms.validUntil !== null)
    return `${words}, ended ${showDate(terms.validUntil)}`;
  const isOutsideHours = source.kind === 'role' && now.withheldRoles.get(source.roleId) === 'outsideHours';
  return [words, isSome ? 'some records' : '', termWords(terms, nameOf), isOutsideHours ? 'outside its hours' : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** Dates inside a sentence of the main process in the reader's own order. */
export function withShownDates(words: string): string {
  return words.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, showDate);
}
