// Explain: whether this person may do one act on one record, why, and the smallest change that would allow it (N1, S2.14).
import { Skeleton, Stack, Text } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import { actWords } from '../../components/access/actChoices.ts';
import { ExplanationView } from '../../components/access/ExplanationView.tsx';
import type { ProposedChange } from '../../components/access/explainWords.ts';
import { type AskedAct, QuestionFields } from '../../components/access/QuestionFields.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { tick } from './rightsEditing.ts';
import type { StoredUser } from './userDraft.ts';
import type { UserEditing } from './useUserEditing.ts';

type Change = ProposedChange['change'];

interface ExplainTabProps {
  readonly user: StoredUser;
  readonly rights: RightsOfUser;
  readonly editing: UserEditing;
  readonly isReadOnly: boolean;
  /** A change was put into the form; `tab` shows it. */
  readonly onPrepared: (tab: 'rights' | 'providers' | 'locations') => void;
}

/** Answers from what is saved. A chosen change only fills the form: it is reviewed, reasoned and saved as any other. */
export function ExplainTab({ user, rights, editing, isReadOnly, onPrepared }: ExplainTabProps) {
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const prepare = (change: Change) => {
    const { roleIds, scope, locations } = editing.draft;
    if (change.kind === 'tick') {
      editing.changeRights({ exceptions: [...tick(rights, [change.permission], true).exceptions] });
      onPrepared('rights');
    } else if (change.kind === 'role') {
      editing.changeRights({ roleIds: [...new Set([...roleIds, change.roleId])] });
      onPrepared('rights');
    } else if (change.kind === 'provider' && scope.kind === 'selected') {
      const providerIds = [...new Set([...scope.providerIds, change.providerId])];
      editing.changeRights({ scope: { kind: 'selected', providerIds } });
      onPrepared('providers');
    } else if (change.kind === 'location' && locations.kind === 'selected') {
      const locationIds = [...new Set([...locations.locationIds, change.locationId])];
      editing.changeRights({ locations: { kind: 'selected', locationIds } });
      onPrepared('locations');
    }
  };
  return (
    <Stack gap="sm">
      <Text size="sm">
        May {user.info.lastName}, {user.info.firstName} do this, now and at this computer? The answer follows what is
        saved{editing.isDirty ? ', not the unsaved changes' : ''}.
      </Text>
      <QuestionFields verb="Explain" icon={<CircleHelp size={16} aria-hidden />} onAsk={setAsked} />
      {asked === null ? null : (
        <Answer
          userId={user.userId}
          asked={asked}
          onApply={prepare}
          blockedBecause={(change) => blockedBecause(change, isReadOnly)}
        />
      )}
    </Stack>
  );
}

/** Flags, lock-outs and logins have acts of their own, each with its reason. */
function blockedBecause({ kind }: Change, isReadOnly: boolean): string | null {
  if (isReadOnly) return 'You cannot change this user.';
  switch (kind) {
    case 'tick':
    case 'role':
    case 'provider':
    case 'location':
      return null;
    case 'patientGrant':
      return 'Share the patient with this person under Patients, Shared patients.';
    case 'unlock':
      return 'Unlock the person under Info; a role is let in again under Roles, a computer under Settings.';
    case 'enable':
      return 'Enable the login under Info.';
    case 'liftPhiRestriction':
    case 'accessSecurity':
    case 'superUser':
      return 'Change it beside the roles under Rights.';
  }
}

interface AnswerProps {
  readonly userId: string;
  readonly asked: AskedAct;
  readonly onApply: (change: Change) => void;
  readonly blockedBecause: (change: Change) => string | null;
}

function Answer({ userId, asked, onApply, blockedBecause: blocked }: AnswerProps) {
  const { value, refusal, reload } = useQuery('access.explain', { userId, ...asked });
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined)
    return <Skeleton height={180} role="status" aria-busy="true" aria-label="The checks are being made" />;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {actWords(asked.procedure)}
        {asked.targetId === null ? '' : ', on the chosen record'}
      </Text>
      <ExplanationView explanation={value} onApply={onApply} applyBlockedBecause={blocked} />
    </Stack>
  );
}
