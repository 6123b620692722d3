// Loads one user and the roles, then hands them to the form.
import { Skeleton, Stack } from '@mantine/core';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import type { Viewer } from './mayChange.ts';
import { UserForm } from './UserForm.tsx';
import type { UserAct } from './userActions.ts';
import type { UserDraft } from './userDraft.ts';

interface UserEditorProps {
  readonly userId: string;
  readonly viewer: Viewer;
  readonly keptDraft: UserDraft | null;
  /** Rights that are to be unticked once the form is there, and the end of that. */
  readonly untick: readonly PermissionId[];
  readonly onUnticked: () => void;
  readonly onDraft: (draft: UserDraft | null) => void;
  readonly onAct: (act: UserAct) => void;
  readonly onLeave: () => void;
}

/** Loading, trouble or the form; never a blank. */
export function UserEditor({ userId, ...props }: UserEditorProps) {
  const { value, refusal, reload } = useQuery('user.read', { userId });
  const roles = useQuery('role.find', {});
  if (value !== undefined) return <UserForm {...props} user={value} roles={roles} onReload={reload} />;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  return (
    <Stack role="status" aria-busy="true" aria-label="The user is loading" p="md">
      <Skeleton height={28} width="70%" />
      <Skeleton height={20} width="50%" />
      <Skeleton height={220} />
    </Stack>
  );
}
