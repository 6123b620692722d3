// Acts on several people: one guarded call each, with its own entry in the log; a refusal stops nobody else's.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { Refusal, Reply } from '../../../shared/errors.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import { call } from '../../ipc/client.ts';
import { brokenWords } from './bulkWords.ts';
import type { UserRow } from './userWords.ts';

export const BULK_ACTS = ['disable', 'requireNewPassword', 'addRole'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

export interface BulkWish {
  readonly act: BulkAct;
  readonly reason: string;
  /** Only for addRole. */
  readonly roleId: string | null;
}

export type BulkEnd =
  | { readonly kind: 'done'; readonly code: { readonly text: string; readonly expiresAtMs: number } | null }
  /** Nothing has changed before a second person approves it. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'nothingToDo'; readonly because: string }
  | { readonly kind: 'refused'; readonly because: string };

export interface BulkResult {
  readonly userId: string;
  readonly name: string;
  readonly loginId: string;
  readonly end: BulkEnd;
}

/** Nobody reviews each of them, so whoever it would break an expectation for is left out and named.
 *  Asks for the person's present state first, then acts on exactly that: nobody's later change is overwritten. */
export async function actOn(row: UserRow, wish: BulkWish): Promise<BulkResult> {
  const { userId, loginId } = row;
  const read = await call('user.read', { userId });
  const end = read.ok ? await endOf(read.value, wish) : refused(read.error);
  return { userId, name: displayName(row), loginId, end };
}

async function endOf(user: Output<'user.read'>, { act, reason, roleId }: BulkWish): Promise<BulkEnd> {
  const { userId, version } = user;
  switch (act) {
    case 'disable':
      if (user.status === 'disabled') return { kind: 'nothingToDo', because: 'is disabled already' };
      return ended(await call('user.disable', { userId, version, reason }));
    case 'requireNewPassword': {
      const reply = await call('user.issueActivationCode', { userId, version, reason });
      if (!reply.ok) return refused(reply.error);
      const { activationCode, expiresAtMs } = reply.value;
      return { kind: 'done', code: { text: activationCode, expiresAtMs } };
    }
    case 'addRole': {
      if (roleId === null) throw new Error('no role was chosen');
      const { info, roleIds, exceptions, scope } = user;
      if (roleIds.includes(roleId)) return { kind: 'nothingToDo', because: 'has the role already' };
      const change = { userId, version, info, roleIds: [...roleIds, roleId], exceptions, scope };
      const foreseen = await call('user.previewUpdate', change);
      if (!foreseen.ok) return refused(foreseen.error);
      if (foreseen.value.breaks.length > 0) return { kind: 'refused', because: brokenWords(foreseen.value.breaks) };
      const reply = await call('user.update', { ...change, reason });
      return reply.ok && reply.value.needsApproval ? { kind: 'waits' } : ended(reply);
    }
  }
}

function ended(reply: Reply<object>): BulkEnd {
  return reply.ok ? { kind: 'done', code: null } : refused(reply.error);
}

function refused({ message }: Refusal): BulkEnd {
  return { kind: 'refused', because: message };
}
