// Settings: where people are asked for a reason before an act (P7, S3.14).
import { Button, Checkbox, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { canAskReason, VISIT_NEAR_DAYS } from '../../../shared/catalogue/accessReasons.ts';
import { isPermissionId, PERMISSION_IDS, PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { RulePanel } from './RulePanel.tsx';

type Rules = Output<'reasonRules.read'>['rules'];

const CHOICES = PERMISSION_IDS.filter(canAskReason).map((id) => ({ value: id, label: PERMISSIONS[id].label }));

export function ReasonRulesPanel() {
  const [isAsking, setIsAsking] = useState(false);
  const { value, refusal, reload } = useQuery('reasonRules.read', {});
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return null;
  return (
    <RulePanel
      label="When people are asked why"
      now={summaryOf(value.rules)}
      sentence={`People choose a reason from a list before they go on, and it stands in the activity log. “Out of pattern” is a patient of other providers with no visit within ${VISIT_NEAR_DAYS} days.`}
    >
      <Can permission="setting:update">
        <Button size="sm" variant="default" onClick={() => setIsAsking(true)}>
          Change when it is asked…
        </Button>
      </Can>
      {isAsking ? <RulesDialog was={value.rules} onClose={() => setIsAsking(false)} /> : null}
    </RulePanel>
  );
}

function summaryOf({ permissions, isAskedOutOfPattern }: Rules): string {
  const parts = [
    ...(isAskedOutOfPattern ? ['a patient opened out of pattern'] : []),
    ...permissions.map((id) => PERMISSIONS[id].label),
  ];
  return parts.length === 0 ? 'never' : parts.join(', ');
}

function RulesDialog({ was, onClose }: { readonly was: Rules; readonly onClose: () => void }) {
  const [rules, setRules] = useState(was);
  const update = useCommand('reasonRules.update');
  return (
    <ReasonDialog
      title="Ask for a reason before…"
      says="Ask where it matters: people who are asked all day stop reading the question."
      confirmLabel="Save when it is asked"
      isRunning={update.isRunning}
      refusal={update.refusal}
      onConfirm={async (reason) => {
        if ((await update.run({ was, rules, reason })) === null) return;
        notify.done('Saved. It counts from the next act on.');
        onClose();
      }}
      onClose={onClose}
    >
      <Checkbox
        label="Opening a patient out of pattern"
        checked={rules.isAskedOutOfPattern}
        onChange={(event) => setRules({ ...rules, isAskedOutOfPattern: event.currentTarget.checked })}
      />
      <MultiSelect
        label="Every act under these rights"
        placeholder={rules.permissions.length === 0 ? 'None' : ''}
        data={CHOICES}
        searchable
        clearable
        value={[...rules.permissions]}
        onChange={(ids) => setRules({ ...rules, permissions: ids.filter(isPermissionId) })}
      />
    </ReasonDialog>
  );
}
