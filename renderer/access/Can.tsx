// Leaves out what the signed-in person may not do. Advice only: the main process decides each call.
import type { ReactNode } from 'react';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { useSession } from '../session/useSession.ts';

interface CanProps {
  readonly permission: PermissionId;
  readonly children: ReactNode;
  readonly otherwise?: ReactNode;
}

export function Can({ permission, children, otherwise = null }: CanProps) {
  const { can } = useSession();
  return can(permission) ? children : otherwise;
}
