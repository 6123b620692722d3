// Which of the shipped roles this practice uses.
import { Checkbox, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

type Role = Output<'role.find'>['roles'][number];
const KINDS = [
  { kind: 'clinic', title: 'Roles of a clinic' },
  { kind: 'coded', title: 'Coded roles' },
] as const;

export function RolesStep({ draft, change, onBack, onNext }: StepProps) {
  const stored = useQuery('role.find', {});
  const choose = useCommand('setup.chooseRoles');
  const [problem, setProblem] = useState<string | null>(null);
  const roles = stored.value?.roles ?? [];
  const chosen = draft.roleIds ?? roles.filter((role) => role.isActive).map((role) => role.roleId);

  const tick = (role: Role, isTicked: boolean) => {
    setProblem(null);
    change({ roleIds: isTicked ? [...chosen, role.roleId] : chosen.filter((id) => id !== role.roleId) });
  };
  const next = async () => {
    if (chosen.length === 0) return setProblem('Tick at least one role.');
    if ((await choose.run({ roleIds: chosen.slice() })) !== null) onNext();
  };

  return (
    <StepFrame
      title="Roles"
      why="A role is a ready-made set of rights for one kind of work. Each user gets one or more; single rights can still be ticked and unticked."
      onBack={onBack}
      onNext={next}
      isBusy={choose.isRunning}
      refusal={choose.refusal}
      isNextBarred={roles.length === 0}
    >
      {roles.length === 0 ? (
        stored.refusal === null ? (
          <Skeleton height={260} />
        ) : (
          <LoadFailed refusal={stored.refusal} onRetry={stored.reload} />
        )
      ) : (
        KINDS.map(({ kind, title }) => (
          <Checkbox.Group key={kind} label={title} value={chosen.slice()} readOnly>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs" mt={6}>
              {roles
                .filter((role) => role.kind === kind)
                .map((role) => (
                  <Checkbox
                    key={role.roleId}
                    value={role.roleId}
                    label={role.name}
                    description={role.purpose}
                    onChange={(event) => tick(role, event.currentTarget.checked)}
                  />
                ))}
            </SimpleGrid>
          </Checkbox.Group>
        ))
      )}
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {problem}
      </Text>
    </StepFrame>
  );
}
