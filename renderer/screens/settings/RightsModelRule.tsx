// The rights model of the practice, and the guarded switch to the other one: first what would fall away (C1, C4).
import { Button, List, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { RIGHTS_RULES, type RightsModel } from '../../../shared/catalogue/rightsRules.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PasswordDialog } from '../../components/PasswordDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { RulePanel } from './RulePanel.tsx';

const { label, choices } = RIGHTS_RULES.rightsModel;
type Stored = Output<'rightsRules.read'>['rightsModel'];
type Exceptions = Output<'rightsRules.findExceptions'>['exceptions'];

export function RightsModelRule({ stored }: { readonly stored: Stored }) {
  const [isAsking, setIsAsking] = useState(false);
  const { value } = stored;
  const next: RightsModel = value === 'strict' ? 'checkbox' : 'strict';
  return (
    <RulePanel
      label={label}
      now={choices[value].label.toLowerCase()}
      sentence={choices[value].sentence}
      changed={stored}
    >
      <Can permission="practice:update">
        <Button variant="default" onClick={() => setIsAsking(true)}>
          Switch to {choices[next].label.toLowerCase()}…
        </Button>
      </Can>
      {isAsking ? <SwitchDialog was={value} next={next} onClose={() => setIsAsking(false)} /> : null}
    </RulePanel>
  );
}

interface SwitchDialogProps {
  readonly was: RightsModel;
  readonly next: RightsModel;
  readonly onClose: () => void;
}

function SwitchDialog({ was, next, onClose }: SwitchDialogProps) {
  const { value, refusal, reload } = useQuery('rightsRules.findExceptions', {});
  const change = useCommand('rightsRules.setModel');
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={20} mt="xs" aria-label="The personal rights are loading" />;
  const { exceptions } = value;
  return (
    <PasswordDialog
      title={`Switch to ${choices[next].label.toLowerCase()}`}
      says={next === 'strict' ? <FallsAway exceptions={exceptions} /> : choices.checkbox.sentence}
      confirmLabel={`Switch to ${choices[next].label.toLowerCase()}`}
      passwordHint="Asked again because this changes the rights of many people at once."
      isRunning={change.isRunning}
      refusal={change.refusal}
      onConfirm={async (reason, password) => {
        const exceptionCount = exceptions.length;
        const answer = await change.run({ was, rightsModel: next, exceptionCount, reason, password });
        if (answer === null) return;
        notify.done('The rights model is switched. It takes effect at once.');
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function FallsAway({ exceptions }: { readonly exceptions: Exceptions }) {
  return (
    <Stack gap="xs">
      <Text size="sm">{choices.strict.sentence}</Text>
      <Text size="sm" fw={600}>
        {exceptions.length === 0
          ? 'Nobody has rights beside their roles, so nothing falls away.'
          : `${exceptions.length} personal ${exceptions.length === 1 ? 'right falls' : 'rights fall'} away for good:`}
      </Text>
      {exceptions.length === 0 ? null : (
        <List
          size="sm"
          mah={180}
          style={{ overflowY: 'auto' }}
          // A list that scrolls must be reached by the keyboard.
          tabIndex={0}
          aria-label="What falls away"
        >
          {exceptions.map(({ userId, name, permission, effect }) => (
            <List.Item key={`${userId} ${permission}`}>
              {name} {effect === 'grant' ? 'loses' : 'gets back, where a role gives it,'}{' '}
              {PERMISSIONS[permission].label}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
