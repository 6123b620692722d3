// Looks what a change of a role would do to the expectations, and only then opens the review in which it is saved (P6).
import { useState } from 'react';
import type { Effect } from '../../components/access/ExpectationEffect.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import type { OpenRole, RoleDraft } from './roleDraft.ts';

/** A new role changes nothing for anybody, because nobody holds it. */
const NONE: Effect = { breaks: [], mends: [] };

/** `effect` is null until there is something to review. */
export function useRoleReview(role: OpenRole | null) {
  const [effect, setEffect] = useState<Effect | null>(null);
  const preview = useCommand('role.previewUpdate', { refreshes: false });
  const begin = async (fields: RoleDraft) =>
    setEffect(role === null ? NONE : await preview.run({ roleId: role.roleId, version: role.version, fields }));
  return {
    begin,
    effect,
    refusal: preview.refusal,
    isBusy: preview.isRunning,
    clearRefusal: preview.clearRefusal,
    close: () => setEffect(null),
  };
}
