// Puts a trim that was prepared elsewhere into the form, once, as if the ticks were taken away by hand (P2).
import { useEffect, useEffectEvent } from 'react';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { type DraftRights, draftExceptions } from './draftRights.ts';
import { tick } from './rightsEditing.ts';
import type { UserEditing } from './useUserEditing.ts';

interface Trimmed {
  readonly untick: readonly PermissionId[];
  readonly onUnticked: () => void;
  /** The roles must be known: without them nobody can say what an untick takes away. */
  readonly roles: { readonly value: unknown };
}

/** Reviewed, reasoned and saved like any other change; `show` brings the ticks into view. */
export function usePreparedTrim(
  { untick, onUnticked, roles }: Trimmed,
  editing: UserEditing,
  rights: DraftRights,
  show: () => void,
): void {
  const isDue = untick.length > 0 && roles.value !== undefined;
  const apply = useEffectEvent(() => {
    const { exceptions } = tick(rights.standing, untick, false, rights.ended);
    editing.changeRights({ exceptions: draftExceptions(exceptions) });
    show();
    onUnticked();
  });
  useEffect(() => {
    if (isDue) apply();
  }, [isDue]);
}
