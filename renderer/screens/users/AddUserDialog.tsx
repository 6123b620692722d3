// Add a user, or copy one: name, login, roles; the answer is a one-time activation code.
import { Button, Group, Modal, MultiSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PATIENT_ROLE_ID } from '../../../shared/catalogue/patientRole.ts';
import { type Output, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import { looksShared } from '../../../shared/people/looksShared.ts';
import { fieldProblems } from '../../components/fieldProblems.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { LinkedPatient } from './LinkedPatient.tsx';
import type { Viewer } from './mayChange.ts';
import { inOfferedOrder, roleChoices } from './roleChoices.ts';
import type { StoredUser, UserInfo } from './userDraft.ts';

export interface AddedUser {
  readonly name: string;
  readonly loginId: string;
  readonly activation: Output<'user.add'>;
}

interface AddUserDialogProps {
  readonly viewer: Viewer;
  /** Whose roles and provider limit are copied; null for a new start. */
  readonly copied: StoredUser | null;
  readonly onAdded: (added: AddedUser) => void;
  readonly onClose: () => void;
}

const EMPTY: UserInfo = {
  lastName: '',
  firstName: '',
  middleInitial: '',
  loginId: '',
  email: null,
  phone: null,
  note: null,
};
const infoSchema = PROCEDURES['user.add'].input.shape.info;

/** Credentials, single rights, Super User and Access Security are never copied. */
export function AddUserDialog({ viewer, copied, onAdded, onClose }: AddUserDialogProps) {
  useReturnFocus();
  const roles = useQuery('role.find', {});
  const add = useCommand('user.add');
  const [info, setInfo] = useState(EMPTY);
  const [hasOwnLogin, setHasOwnLogin] = useState(false);
  const [roleIds, setRoleIds] = useState<string[]>(copied?.roleIds ?? []);
  const [scopeKind, setScopeKind] = useState<'selected' | 'all'>('selected');
  const [linkedPatientId, setLinkedPatientId] = useState<string | null>(null);
  const isPatient = roleIds.includes(PATIENT_ROLE_ID);
  const [isTried, setIsTried] = useState(false);
  const typed: UserInfo = hasOwnLogin ? info : { ...info, loginId: suggestLogin(info) };
  const problems = isTried ? fieldProblems(infoSchema, typed) : {};
  const isTouched = info !== EMPTY;

  const change = (field: 'lastName' | 'firstName' | 'middleInitial' | 'loginId') => ({
    value: typed[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      if (field === 'loginId') setHasOwnLogin(true);
      setInfo({ ...typed, [field]: value });
    },
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (Object.keys(fieldProblems(infoSchema, typed)).length > 0 || (isPatient && linkedPatientId === null)) return;
    const activation = await add.run({
      info: typed,
      roleIds,
      exceptions: [],
      ...(copied === null ? {} : limitsOf(copied, roleIds)),
      linkedPatientId: isPatient ? linkedPatientId : null,
      scope: copied?.scope ?? (scopeKind === 'all' ? { kind: 'all' } : { kind: 'selected', providerIds: [] }),
      copiedFromUserId: copied?.userId ?? null,
    });
    if (activation !== null) onAdded({ name: displayName(typed), loginId: typed.loginId, activation });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!isTouched}
      closeOnEscape={!isTouched}
      title={copied === null ? 'Add a user' : `Copy ${displayName(copied.info)}`}
      closeButtonProps={{ 'aria-label': 'Close without adding' }}
      size="lg"
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {copied === null ? null : <CopiedWords copied={copied} />}
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput label="Last name" required flex={3} maxLength={80} data-autofocus {...change('lastName')} />
            <TextInput label="First name" required flex={3} maxLength={80} {...change('firstName')} />
            <TextInput label="M.I." aria-label="Middle initial" w={56} maxLength={1} {...change('middleInitial')} />
          </Group>
          <TextInput
            label="Login ID"
            required
            description="3 to 32 letters, digits, dots, dashes or underscores. Never given to anybody else later."
            maxLength={32}
            autoComplete="off"
            spellCheck={false}
            {...change('loginId')}
          />
          {looksShared(`${typed.lastName} ${typed.firstName}`) ? (
            <Text size="sm" fw={600}>
              ! This looks like a login several people share. Give each person their own, under their own name.
            </Text>
          ) : null}
          <MultiSelect
            label="Roles"
            description="* can be given by a Super User only. A login without a role can do nothing."
            data={inOfferedOrder(roleChoices(roles.value?.roles ?? [], []), ({ roleId, name, isSuperUserGiven }) => ({
              value: roleId,
              label: isSuperUserGiven ? `${name} *` : name,
              disabled: isSuperUserGiven && !viewer.isSuperUser,
            }))}
            value={roleIds}
            onChange={setRoleIds}
            searchable
            hidePickedOptions
            comboboxProps={{ withinPortal: true }}
          />
          {isPatient ? (
            <LinkedPatient
              patientId={linkedPatientId}
              hasMore={roleIds.length > 1}
              error={add.refusal?.fields?.find(({ path }) => path === 'linkedPatientId')?.message}
              isReadOnly={false}
              onChange={setLinkedPatientId}
            />
          ) : null}
          {copied === null ? (
            <Radio.Group
              label="Providers"
              value={scopeKind}
              onChange={(value) => setScopeKind(value === 'all' ? 'all' : 'selected')}
            >
              <Group gap="xl" mt={4}>
                <Radio value="selected" label="Selected providers (choose them next)" />
                <Radio value="all" label="All providers (administrators)" />
              </Group>
            </Radio.Group>
          ) : null}
          <Text size="sm" c="dimmed">
            You get a one-time activation code to hand over. The person chooses a password with it; nobody else learns
            it.
          </Text>
          {add.refusal === null ? null : <RefusalCard refusal={add.refusal} onClose={add.clearRefusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isRunning}>
              Add user
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function CopiedWords({ copied }: { readonly copied: StoredUser }) {
  const roleNames = copied.roles.map(({ roleName }) => roleName).join(', ') || 'no role';
  const { scope } = copied;
  const limit =
    scope.kind === 'all'
      ? 'all providers'
      : `${scope.providerIds.length} selected ${scope.providerIds.length === 1 ? 'provider' : 'providers'}`;
  const locations =
    copied.locations?.kind === 'selected'
      ? `; ${copied.locations.locationIds.length} selected ${copied.locations.locationIds.length === 1 ? 'location' : 'locations'}`
      : '';
  const terms = (copied.roleTerms ?? []).length === 0 ? '' : '; dates and places of the roles';
  const skipped = [
    copied.exceptions.length === 0
      ? null
      : `${copied.exceptions.length} single ${copied.exceptions.length === 1 ? 'right' : 'rights'} changed for that user`,
    copied.isSuperUser ? 'Super User' : null,
    copied.hasAccessSecurity ? 'Access Security' : null,
    'password and contact data',
  ].filter((part) => part !== null);
  return (
    <div>
      <Text size="sm">
        <b>Copied:</b> {roleNames}; {limit}
        {locations}
        {terms}.
      </Text>
      <Text size="sm">
        <b>Not copied:</b> {skipped.join(', ')}.
      </Text>
    </div>
  );
}

/** A copy has its roles for no longer and at no more places than the person copied, and no wider location limit. */
function limitsOf({ roleTerms = [], locations = { kind: 'all' } }: StoredUser, roleIds: readonly string[]) {
  return { roleTerms: roleTerms.filter(({ roleId }) => roleIds.includes(roleId)), locations };
}

/** `lortiz` for Lena Ortiz; empty while the name is. */
function suggestLogin({ lastName, firstName }: UserInfo): string {
  if (lastName === '') return '';
  return `${firstName.slice(0, 1)}${lastName}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '')
    .slice(0, 32);
}
