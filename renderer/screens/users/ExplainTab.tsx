// Explain: whether this person may do one act on one record, why, and the smallest change that would allow it (N1, S2.14).
import { Skeleton, Stack, Text } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { displayName } from '../../../shared/people/displayName.ts';
import { addDays } from '../../../shared/schedule/days.ts';
import { actWords } from '../../components/access/actChoices.ts';
import { asOfWords } from '../../components/access/asOfWords.ts';
import { ExplanationView } from '../../components/access/ExplanationView.tsx';
import type { ProposedChange } from '../../components/access/explainWords.ts';
import { type AskedAct, QuestionFields } from '../../components/access/QuestionFields.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { ShareDialog } from '../../components/share/ShareDialog.tsx';
import { showDate } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useToday } from '../../ipc/useToday.ts';
import { useSession } from '../../session/useSession.ts';
import type { DraftRights } from './draftRights.ts';
import { PREPARED_DAYS, roleUntil, tickUntil } from './preparedChange.ts';
import type { StoredUser } from './userDraft.ts';
import type { UserEditing } from './useUserEditing.ts';

type Change = ProposedChange['change'];

interface ExplainTabProps {
  readonly user: StoredUser;
  readonly rights: DraftRights;
  readonly editing: UserEditing;
  readonly isReadOnly: boolean;
  /** A change was put into the form; `tab` shows it. */
  readonly onPrepared: (tab: 'rights' | 'providers' | 'locations') => void;
}

/** Answers from what is saved. A chosen change only fills the form: it is reviewed, reasoned and saved as any other. */
export function ExplainTab({ user, rights, editing, isReadOnly, onPrepared }: ExplainTabProps) {
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const [shared, setShared] = useState<string | null>(null);
  const { can } = useSession();
  const today = useToday();
  const lastDay = addDays(today, PREPARED_DAYS);
  const prepare = (change: Change) => {
    const { scope, locations } = editing.draft;
    if (change.kind === 'tick') {
      editing.changeRights({ exceptions: tickUntil(rights, change.permission, lastDay) });
      onPrepared('rights');
    } else if (change.kind === 'role') {
      editing.changeRights(roleUntil(editing.draft, change.roleId, lastDay));
      onPrepared('rights');
    } else if (change.kind === 'patientGrant') {
      setShared(change.patientId);
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
        May {user.info.lastName}, {user.info.firstName} do this, now or at the moment you choose, at this computer? The
        answer follows what is saved{editing.isDirty ? ', not the unsaved changes' : ''}.
      </Text>
      <Text size="xs" c="dimmed">
        A right, role or shared patient prepared here ends on {showDate(lastDay)}; choose another day, or none, before
        you save.
      </Text>
      <QuestionFields verb="Explain" icon={<CircleHelp size={16} aria-hidden />} onAsk={setAsked} />
      {asked === null ? null : (
        <Answer
          userId={user.userId}
          asked={asked}
          onApply={prepare}
          blockedBecause={(change) => blockedBecause(change, isReadOnly, can('patientGrant:create'), rights)}
        />
      )}
      {shared === null ? null : (
        <ShareDialog
          patientId={shared}
          withUser={{ userId: user.userId, name: displayName(user.info) }}
          onClose={() => setShared(null)}
        />
      )}
    </Stack>
  );
}

/** Flags, lock-outs and logins have acts of their own, each with its reason. */
function blockedBecause(change: Change, isReadOnly: boolean, mayShare: boolean, rights: DraftRights): string | null {
  if (change.kind === 'patientGrant')
    return mayShare ? null : 'You may not share patients. Ask somebody who may, such as the practice manager.';
  if (isReadOnly) return 'You cannot change this user.';
  switch (change.kind) {
    case 'role':
      return rights.standing.roles.some(({ roleId }) => roleId === change.roleId)
        ? 'The role is given already: change when and where it counts under Rights.'
        : null;
    case 'tick':
    case 'provider':
    case 'location':
      return null;
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
      {asked.asOfMs === null ? null : <Text size="sm">{asOfWords(asked.asOfMs)}</Text>}
      <ExplanationView explanation={value} onApply={onApply} applyBlockedBecause={blocked} />
    </Stack>
  );
}
