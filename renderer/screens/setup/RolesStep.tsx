// The size of the office, and which of the shipped roles this practice uses.
import { Checkbox, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { presetRole } from '../../../shared/catalogue/officePresets.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { OfficeSizeCards } from '../../components/OfficeSizeCards.tsx';
import { useChecklist } from '../../ipc/useChecklist.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

type Role = Output<'role.find'>['roles'][number];

export function RolesStep({ draft, change, onBack, onNext }: StepProps) {
  const stored = useQuery('role.find', {});
  const checklist = useChecklist();
  const chooseSize = useCommand('checklist.chooseOfficeSize', { refreshes: false });
  const choose = useCommand('setup.chooseRoles');
  const [problem, setProblem] = useState<string | null>(null);
  const roles = stored.value?.roles ?? [];
  const isLoaded = roles.length > 0 && checklist.value !== undefined;
  const size = draft.officeSize ?? checklist.value?.officeSize ?? 'small';
  const chosen = draft.roleIds ?? roles.filter((role) => role.isActive).map((role) => role.roleId);
  const refusal = stored.refusal ?? checklist.refusal;
  const groups = [
    { title: 'Offered first when a user is added', roles: roles.filter((role) => presetRole(size, role.roleId)) },
    { title: 'More roles', roles: roles.filter((role) => !presetRole(size, role.roleId)) },
  ];

  const tick = (role: Role, isTicked: boolean) => {
    setProblem(null);
    change({ roleIds: isTicked ? [...chosen, role.roleId] : chosen.filter((id) => id !== role.roleId) });
  };
  const next = async () => {
    if (chosen.length === 0) return setProblem('Tick at least one role.');
    if (size !== checklist.value?.officeSize && (await chooseSize.run({ officeSize: size })) === null) return;
    if ((await choose.run({ roleIds: chosen.slice() })) !== null) onNext();
  };

  return (
    <StepFrame
      title="Roles"
      why="A role is a ready-made set of rights for one kind of work. Each user gets one or more; single rights can still be ticked and unticked."
      onBack={onBack}
      onNext={next}
      isBusy={chooseSize.isRunning || choose.isRunning}
      refusal={chooseSize.refusal ?? choose.refusal}
      isNextBarred={!isLoaded}
    >
      {!isLoaded ? (
        refusal === null ? (
          <Skeleton height={260} />
        ) : (
          <LoadFailed
            refusal={refusal}
            onRetry={() => {
              stored.reload();
              checklist.reload();
            }}
          />
        )
      ) : (
        <>
          <OfficeSizeCards value={size} onChoose={(officeSize) => change({ officeSize })} />
          {groups.map(({ title, roles: listed }) => (
            <Checkbox.Group key={title} label={title} value={chosen.slice()} readOnly>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs" mt={6}>
                {listed.map((role) => (
                  <Checkbox
                    key={role.roleId}
                    value={role.roleId}
                    label={role.name}
                    description={describe(role, presetRole(size, role.roleId)?.heldBy)}
                    onChange={(event) => tick(role, event.currentTarget.checked)}
                  />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          ))}
        </>
      )}
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {problem}
      </Text>
    </StepFrame>
  );
}

function describe({ purpose }: Role, heldBy: string | undefined): string {
  return heldBy === undefined ? purpose : `${purpose} Usually held by ${heldBy}.`;
}
