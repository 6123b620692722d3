// Whether a second person approves changes of rights: on by one Super User with the password, off by two (S1.06).
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { RIGHTS_RULES } from '../../../shared/catalogue/rightsRules.ts';
import { Can } from '../../access/Can.tsx';
import { notify } from '../../components/notify.ts';
import { PasswordDialog } from '../../components/PasswordDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { RulePanel } from './RulePanel.tsx';

const { label, choices } = RIGHTS_RULES.secondApprover;
type Stored = Output<'rightsRules.read'>['secondApprover'];

/** While it is asked to be switched off, another Super User agrees, or anybody of them keeps it on. */
export function SecondApproverRule({ stored }: { readonly stored: Stored }) {
  const [asks, setAsks] = useState<'on' | 'off' | null>(null);
  const { value } = stored;
  return (
    <RulePanel
      label={label}
      now={choices[value].label.toLowerCase()}
      sentence={choices[value].sentence}
      changed={stored}
    >
      <Can permission="practice:update">
        {value === 'on' ? null : (
          <Button variant="default" onClick={() => setAsks('on')}>
            {value === 'off' ? 'Switch on…' : 'Keep it on…'}
          </Button>
        )}
        {value === 'off' ? null : (
          <Button variant="default" onClick={() => setAsks('off')}>
            {value === 'on' ? 'Switch off…' : 'Agree and switch off…'}
          </Button>
        )}
      </Can>
      {asks === null ? null : <SwitchDialog was={value} isOn={asks === 'on'} onClose={() => setAsks(null)} />}
    </RulePanel>
  );
}

interface SwitchDialogProps {
  readonly was: Stored['value'];
  readonly isOn: boolean;
  readonly onClose: () => void;
}

function SwitchDialog({ was, isOn, onClose }: SwitchDialogProps) {
  const change = useCommand('rightsRules.setSecondApprover');
  return (
    <PasswordDialog
      title={label}
      says={
        isOn
          ? `${choices.on.sentence} It needs at least two Super Users who can sign in, and switching it off needs two as well.`
          : was === 'on'
            ? 'Another Super User must agree before it is off. If you are the only one left, it is off at once.'
            : 'From then on one person is enough again. What waits can still be approved or turned down.'
      }
      confirmLabel={isOn ? 'Switch it on' : 'Switch it off'}
      passwordHint="Asked again because this changes who must agree to changes of rights."
      isRunning={change.isRunning}
      refusal={change.refusal}
      onConfirm={async (reason, password) => {
        const answer = await change.run({ was, isOn, reason, password });
        if (answer === null) return;
        notify.done(
          answer.value === 'ending'
            ? 'It stays on until another Super User agrees.'
            : `The rule is ${answer.value === 'on' ? 'on' : 'off'}. It takes effect at once.`,
        );
        onClose();
      }}
      onClose={onClose}
    />
  );
}
