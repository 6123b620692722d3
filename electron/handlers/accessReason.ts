// Giving a reason before an act that asks for one, and where the practice asks (P7, S3.14).
import { readReasonRules, writeReasonRules } from '../../db/repositories/reasonRules.ts';
import { ACCESS_REASONS } from '../../shared/catalogue/accessReasons.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { isProcedureName, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { refuse } from '../../shared/errors.ts';
import { actOf } from '../ipc/accessReason.ts';
import { readTarget } from '../ipc/facts.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { ownSession } from './ownSession.ts';

/** INVARIANT: answers alike whether the record is there or not; the act itself is judged when it is tried again. */
const giveReason: Handler<'session.giveReason'> = (call, tx) => {
  const { procedure, targetId, reason, words } = call.input;
  const entry: ProcedureEntry | null = isProcedureName(procedure) ? PROCEDURES[procedure] : null;
  if (entry?.access.kind !== 'permission')
    return refuse('CONSTRAINT_VIOLATED', 'No reason is asked for this. Go back and try it as it is.');
  if (reason === 'other' && words === '')
    return refuse('CONSTRAINT_VIOLATED', 'Write in a few words which other reason it is.', {
      fields: [{ path: 'words', message: 'must be filled in' }],
    });
  const session = ownSession(call);
  const why = words === '' ? ACCESS_REASONS[reason] : `${ACCESS_REASONS[reason]}: ${words}`;
  const { permission } = entry.access;
  const target = entry.target === undefined || targetId === null ? null : readTarget(tx, entry, entry.target, targetId);
  const patientId = target?.kind === 'record' ? target.ties.patientId : null;
  call.note({
    object: { type: 'procedure', id: procedure, label: PERMISSIONS[permission].label },
    why,
    ...(patientId === null ? {} : { patientId }),
  });
  call.afterCommit(() => session.reasons.give(actOf(permission, targetId), patientId, why));
  return {};
};

const updateRules: Handler<'reasonRules.update'> = (call, tx) => {
  const { was, rules, reason } = call.input;
  const stored = readReasonRules(tx);
  call.note({ object: { type: 'setting', id: 'rights.reasons', label: 'Reasons asked before acts' } });
  if (!isSame(stored, was))
    return refuse('CONFLICT', 'Somebody changed this rule meanwhile. Look at it again, then choose once more.');
  const names = (permissions: readonly PermissionId[]) =>
    permissions
      .map((id) => PERMISSIONS[id].label)
      .toSorted()
      .join(', ') || null;
  const yesNo = (isOn: boolean) => (isOn ? 'yes' : 'no');
  const changes = [
    { field: 'Rights that ask for a reason', old: names(stored.permissions), new: names(rules.permissions) },
    {
      field: 'Asked where a patient is opened out of pattern',
      old: yesNo(stored.isAskedOutOfPattern),
      new: yesNo(rules.isAskedOutOfPattern),
    },
  ];
  call.note({ why: reason, changes: changes.filter(({ old, new: now }) => old !== now) });
  writeReasonRules(tx, rules, actingUserId(call), call.nowMs);
  return {};
};

export const accessReasonHandlers: Pick<Handlers, 'session.giveReason' | 'reasonRules.read' | 'reasonRules.update'> = {
  'session.giveReason': giveReason,
  'reasonRules.read': (_call, tx) => {
    const { permissions, isAskedOutOfPattern } = readReasonRules(tx);
    return { rules: { permissions: [...permissions], isAskedOutOfPattern } };
  },
  'reasonRules.update': updateRules,
};

function isSame(
  one: { readonly permissions: readonly string[]; readonly isAskedOutOfPattern: boolean },
  other: { readonly permissions: readonly string[]; readonly isAskedOutOfPattern: boolean },
): boolean {
  const text = (rules: typeof one) => `${rules.isAskedOutOfPattern} ${rules.permissions.toSorted().join()}`;
  return text(one) === text(other);
}
