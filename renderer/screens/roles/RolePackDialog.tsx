// Ready-made roles by the size of the office: shows what would be added before it is (S2.30, S2.31).
import { List, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { withImplied } from '../../../shared/authorization/flattenRole.ts';
import { OFFICE_PRESETS, OFFICE_SIZES, type OfficeSize } from '../../../shared/catalogue/officePresets.ts';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { missingFromPack, type PackedRole, ROLE_PACKS } from '../../../shared/catalogue/rolePacks.ts';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import type { ListedRole } from './roleDraft.ts';

interface RolePackDialogProps {
  readonly roles: readonly ListedRole[];
  readonly onClose: () => void;
}

export function RolePackDialog({ roles, onClose }: RolePackDialogProps) {
  const [size, setSize] = useState<OfficeSize>('small');
  const apply = useCommand('role.applyPack');
  const missing = missingFromPack(
    size,
    roles.map(({ name }) => name),
  );
  const known = ROLE_PACKS[size].length - missing.length;
  return (
    <ReasonDialog
      title="Add ready-made roles"
      says="They come on top of the shipped roles and can be changed or deleted afterwards. Nobody holds them until you give them to people."
      confirmLabel={missing.length === 1 ? 'Add 1 role' : `Add ${missing.length} roles`}
      isRunning={apply.isRunning}
      refusal={apply.refusal}
      onConfirm={async (reason) => {
        const answer = await apply.run({ size, keys: missing.map(({ key }) => key), reason });
        if (answer === null) return;
        notify.done(`${answer.roleIds.length} ready-made roles are added.`);
        onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group
        label="For which office?"
        value={size}
        onChange={(value) => {
          setSize(OFFICE_SIZES.find((one) => one === value) ?? size);
          apply.clearRefusal();
        }}
      >
        <Stack gap={6} mt={4}>
          {OFFICE_SIZES.map((one) => (
            <Radio
              key={one}
              value={one}
              size="sm"
              label={OFFICE_PRESETS[one].label}
              description={OFFICE_PRESETS[one].people}
            />
          ))}
        </Stack>
      </Radio.Group>
      <List
        size="sm"
        spacing={4}
        // On a low screen the dialog itself need not scroll as well.
        mah="min(230px, 24vh)"
        style={{ overflowY: 'auto' }}
        // A list that scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label="What would be added"
      >
        {missing.map((packed) => (
          <List.Item key={packed.key}>
            <Text size="sm">
              <b>{packed.name}</b>
              {packed.kind === 'policy' ? ' (policy)' : ''}: {packed.purpose}
            </Text>
            <Text size="xs" c="dimmed">
              {rightsOf(packed, roles)}
            </Text>
          </List.Item>
        ))}
      </List>
      {known === 0 ? null : (
        <Text size="sm">
          {known === 1 ? '1 role of this pack is' : `${known} roles of this pack are`} there already and stay as they
          are.
        </Text>
      )}
    </ReasonDialog>
  );
}

function rightsOf({ parent, policies, permissions }: PackedRole, roles: readonly ListedRole[]): string {
  const packed = Object.values(ROLE_PACKS).flat();
  const nameOf = (keyOrId: string) =>
    packed.find(({ key }) => key === keyOrId)?.name ?? roles.find(({ roleId }) => roleId === keyOrId)?.name ?? keyOrId;
  return [
    parent === null ? null : `under ${nameOf(parent)}`,
    policies.length === 0 ? null : `with ${policies.map(nameOf).join(', ')}`,
    [...withImplied(permissions)].map((id) => PERMISSIONS[id].label).join(', '),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
