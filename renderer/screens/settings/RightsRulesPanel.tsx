// The practice's rules about rights as such: the model, and what is pointed out or refused (C1, S1.18).
import { Button, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { RIGHTS_RULES, TOXIC_PAIRS_RULES } from '../../../shared/catalogue/rightsRules.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { RightsModelRule } from './RightsModelRule.tsx';
import { RulePanel } from './RulePanel.tsx';
import { SecondApproverRule } from './SecondApproverRule.tsx';

type RuleName = 'toxicPairs' | 'beyondTasks';
type Stored = Output<'rightsRules.read'>[RuleName];

/** Shows the rules in force; changing one asks which and why. */
export function RightsRulesPanel() {
  const { value, refusal, reload } = useQuery('rightsRules.read', {});
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return null;
  return (
    <>
      <RightsModelRule stored={value.rightsModel} />
      <SecondApproverRule stored={value.secondApprover} />
      <MarkOrBlock rule="toxicPairs" stored={value.toxicPairs} />
      <MarkOrBlock rule="beyondTasks" stored={value.beyondTasks} />
    </>
  );
}

function MarkOrBlock({ rule, stored }: { readonly rule: RuleName; readonly stored: Stored }) {
  const [isAsking, setIsAsking] = useState(false);
  const { label, choices } = RIGHTS_RULES[rule];
  const { value } = stored;
  return (
    <RulePanel
      label={label}
      now={choices[value].label.toLowerCase()}
      sentence={choices[value].sentence}
      changed={stored}
    >
      <Can permission="setting:update">
        <Button variant="default" onClick={() => setIsAsking(true)}>
          Change this rule…
        </Button>
      </Can>
      {isAsking ? <ChangeDialog rule={rule} was={value} onClose={() => setIsAsking(false)} /> : null}
    </RulePanel>
  );
}

interface ChangeDialogProps {
  readonly rule: RuleName;
  readonly was: Stored['value'];
  readonly onClose: () => void;
}

function ChangeDialog({ rule, was, onClose }: ChangeDialogProps) {
  const [chosen, setChosen] = useState<Stored['value']>(was === 'mark' ? 'block' : 'mark');
  const toxicPairs = useCommand('rightsRules.setToxicPairs');
  const beyondTasks = useCommand('rightsRules.setBeyondTasks');
  const command = rule === 'toxicPairs' ? toxicPairs : beyondTasks;
  const { label, choices } = RIGHTS_RULES[rule];
  return (
    <ReasonDialog
      title={label}
      says="What is given already stays as it is, and stays marked."
      confirmLabel="Change the rule"
      isRunning={command.isRunning}
      refusal={command.refusal}
      onConfirm={async (reason) => {
        const answer =
          rule === 'toxicPairs'
            ? await toxicPairs.run({ was, toxicPairs: chosen, reason })
            : await beyondTasks.run({ was, beyondTasks: chosen, reason });
        if (answer === null) return;
        notify.done('The rule is changed. It takes effect at once.');
        onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group
        label="Such rights"
        value={chosen}
        onChange={(value) => setChosen(TOXIC_PAIRS_RULES.find((one) => one === value) ?? was)}
      >
        <Stack gap={6} mt={4}>
          {TOXIC_PAIRS_RULES.map((one) => (
            <Radio key={one} value={one} size="sm" label={choices[one].label} description={choices[one].sentence} />
          ))}
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
