// Security > Settings: the safety rules of the practice, each with its default and its floor.
import { Badge, Button, Group, NumberInput, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { SETTING_KEYS, SETTINGS, type SettingKey } from '../../../shared/catalogue/settings.ts';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReasonedForm } from '../../components/ReasonedForm.tsx';
import { showTime } from '../../components/showTime.ts';
import { typedSince } from '../../components/typedSince.ts';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useDraft } from '../../session/useDraft.ts';
import { useSession } from '../../session/useSession.ts';
import { OutsideReviewerPanel } from './OutsideReviewerPanel.tsx';
import { ReasonRulesPanel } from './ReasonRulesPanel.tsx';
import { RecoverySheetPanel } from './RecoverySheetPanel.tsx';
import { RightsRulesPanel } from './RightsRulesPanel.tsx';
import classes from './SettingsScreen.module.css';
import { isWeaker, settingProblem } from './settingRules.ts';
import { WorkstationLockOut } from './WorkstationLockOut.tsx';

type Stored = Output<'setting.read'>;
type Values = Stored['values'];
/** What is typed; a field being emptied holds no number for a moment. */
type Typed = Partial<Record<SettingKey, number | ''>>;
interface Work {
  readonly typed: Typed;
  readonly reason: string;
}
const NO_WORK: Work = { typed: {}, reason: '' };

/** Loading, trouble or the settings; never a blank. */
export function SettingsScreen() {
  const { can } = useSession();
  const { value, refusal, reload } = useQuery('setting.read', {});
  return (
    <div className={listClasses.screen}>
      <PageHeader title="Settings" />
      <WorkstationLockOut />
      {value === undefined ? null : <SettingsForm stored={value} onReload={reload} />}
      {value === undefined ? null : <OutsideReviewerPanel />}
      {value === undefined ? null : <RightsRulesPanel />}
      {value === undefined ? null : <ReasonRulesPanel />}
      {value !== undefined && can('practice:update') ? <RecoverySheetPanel /> : null}
      {value === undefined && refusal !== null ? <LoadFailed refusal={refusal} onRetry={reload} /> : null}
      {value === undefined && refusal === null ? (
        <Stack role="status" aria-busy="true" aria-label="The settings are loading">
          <Skeleton height={90} />
          <Skeleton height={90} />
        </Stack>
      ) : null}
    </div>
  );
}

function SettingsForm({ stored, onReload }: { readonly stored: Stored; readonly onReload: () => void }) {
  const { can } = useSession();
  const [work, setWork] = useState(NO_WORK);
  const update = useCommand('setting.update');
  const mayChange = can('setting:update');
  const changed = SETTING_KEYS.filter((key) => work.typed[key] !== undefined && work.typed[key] !== stored.values[key]);
  const isDirty = changed.length > 0 || work.reason !== '';
  const problems = changed.filter((key) => settingProblem(key, work.typed[key] ?? '') !== null);
  useDraft('settings', isDirty, work, setWork);
  const guard = useLeaveGuard(isDirty, {
    title: 'Leave without saving?',
    says: 'The changed settings are not saved. Stay to save them, or leave and lose them.',
    stayLabel: 'Stay and keep editing',
    leaveLabel: 'Leave without saving',
  });
  const setValue = (key: SettingKey, value: number | '') =>
    setWork((now) => ({ ...now, typed: { ...now.typed, [key]: value } }));

  async function save() {
    const values: Values = { ...stored.values };
    for (const key of changed) {
      const value = work.typed[key];
      if (typeof value === 'number') values[key] = value;
    }
    const answer = await update.run({ version: stored.version, values, reason: work.reason });
    if (answer === null) return;
    setWork((now) => typedSince(work, now));
    notify.done('The settings are saved. They take effect at once.');
  }

  return (
    <ReasonedForm
      mayChange={mayChange}
      maxWidthPx={980}
      changedCount={changed.length}
      changedWords={['setting', 'settings']}
      isDirty={isDirty}
      canSave={changed.length > 0 && problems.length === 0}
      reason={work.reason}
      onReason={(reason) => setWork((now) => ({ ...now, reason }))}
      command={update}
      onSave={() => void save()}
      onCancel={() => setWork(NO_WORK)}
      onReload={onReload}
    >
      {mayChange ? null : (
        <Text size="sm">
          You may look but not change: “Change security settings” is not among your rights. A Super User can give it.
        </Text>
      )}
      {SETTING_KEYS.map((key) => (
        <SettingRow
          key={key}
          settingKey={key}
          typed={work.typed[key] ?? stored.values[key]}
          change={stored.changes.find((change) => change.key === key)}
          isReadOnly={!mayChange}
          onType={(value) => setValue(key, value)}
        />
      ))}
      {guard.dialog}
    </ReasonedForm>
  );
}

interface SettingRowProps {
  readonly settingKey: SettingKey;
  readonly typed: number | '';
  readonly change: Stored['changes'][number] | undefined;
  readonly isReadOnly: boolean;
  readonly onType: (value: number | '') => void;
}

function SettingRow({ settingKey, typed, change, isReadOnly, onType }: SettingRowProps) {
  const { label, unit, sentence, defaultValue, min, max } = SETTINGS[settingKey];
  const isWeak = typed !== '' && isWeaker(settingKey, typed);
  return (
    <Paper withBorder p="sm" className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {label}
          </Text>
          {isWeak ? (
            <Badge size="sm" tt="none" color="#8f3a00" variant="filled">
              ! weaker than recommended
            </Badge>
          ) : null}
        </Group>
        <Text size="sm">{sentence}</Text>
        <Text size="xs" c="dimmed">
          Recommended: {defaultValue} {unit} · allowed: {min} to {max.toLocaleString()} ·{' '}
          {change === undefined ? 'never changed' : `changed by ${change.changedBy} on ${showTime(change.changedAtMs)}`}
        </Text>
      </div>
      <Group gap="xs" align="flex-start" wrap="nowrap" className={classes.value}>
        <NumberInput
          aria-label={`${label} (${unit})`}
          w={110}
          size="sm"
          min={min}
          max={max}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          value={typed}
          readOnly={isReadOnly}
          error={settingProblem(settingKey, typed)}
          onChange={(value) => onType(typeof value === 'number' ? value : value === '' ? '' : Number(value))}
        />
        <Text size="sm" className={classes.unit}>
          {unit}
        </Text>
        <Button
          size="sm"
          variant="default"
          disabled={isReadOnly || typed === defaultValue}
          onClick={() => onType(defaultValue)}
          aria-label={`Back to default: ${label}`}
        >
          Back to default
        </Button>
      </Group>
    </Paper>
  );
}
