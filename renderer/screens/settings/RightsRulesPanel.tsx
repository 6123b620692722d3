// The practice's rules about rights as such: the model, and what happens where rights meet that should not (C1, S1.18).
import { Button, Paper, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { RIGHTS_RULES, TOXIC_PAIRS_RULES, type ToxicPairsRule } from '../../../shared/catalogue/rightsRules.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { RightsModelRule } from './RightsModelRule.tsx';
import classes from './SettingsScreen.module.css';

/** Shows the rules in force; changing it asks which and why. */
export function RightsRulesPanel() {
  const { value, refusal, reload } = useQuery('rightsRules.read', {});
  const [isAsking, setIsAsking] = useState(false);
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return null;
  const { label, choices } = RIGHTS_RULES.toxicPairs;
  const { value: rule, changedBy, changedAtMs } = value.toxicPairs;
  return (
    <>
      <RightsModelRule stored={value.rightsModel} />
      <Paper withBorder p="sm" maw={980} className={classes.row} component="section" aria-label={label}>
        <div className={classes.words}>
          <Text fw={600} size="sm">
            {label}: {choices[rule].label.toLowerCase()}
          </Text>
          <Text size="sm">{choices[rule].sentence}</Text>
          <Text size="xs" c="dimmed">
            {changedBy === null || changedAtMs === null
              ? 'never changed'
              : `changed by ${changedBy} on ${showTime(changedAtMs)}`}
          </Text>
        </div>
        <Can permission="setting:update">
          <Button variant="default" onClick={() => setIsAsking(true)}>
            Change this rule…
          </Button>
        </Can>
        {isAsking ? <ChangeDialog was={rule} onClose={() => setIsAsking(false)} /> : null}
      </Paper>
    </>
  );
}

function ChangeDialog({ was, onClose }: { readonly was: ToxicPairsRule; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<ToxicPairsRule>(was === 'mark' ? 'block' : 'mark');
  const change = useCommand('rightsRules.setToxicPairs');
  const { label, choices } = RIGHTS_RULES.toxicPairs;
  return (
    <ReasonDialog
      title={label}
      says="What is given already stays as it is, and stays marked."
      confirmLabel="Change the rule"
      isRunning={change.isRunning}
      refusal={change.refusal}
      onConfirm={async (reason) => {
        if ((await change.run({ was, toxicPairs: chosen, reason })) === null) return;
        notify.done('The rule is changed. It takes effect at once.');
        onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group
        label="Such rights"
        value={chosen}
        onChange={(value) => setChosen(TOXIC_PAIRS_RULES.find((rule) => rule === value) ?? was)}
      >
        <Stack gap={6} mt={4}>
          {TOXIC_PAIRS_RULES.map((rule) => (
            <Radio key={rule} value={rule} size="sm" label={choices[rule].label} description={choices[rule].sentence} />
          ))}
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
}
