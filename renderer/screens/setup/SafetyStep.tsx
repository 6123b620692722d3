// The security settings with their safe defaults, one line each.
import { NumberInput, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { SETTING_KEYS, SETTINGS, type SettingKey } from '../../../shared/catalogue/settings.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

export function SafetyStep({ onBack, onNext }: StepProps) {
  const stored = useQuery('setting.read', {});
  const update = useCommand('setting.update');
  const confirm = useCommand('setup.confirmSafety');
  const [changed, setChanged] = useState<Partial<Record<SettingKey, number>>>({});
  const values = stored.value === undefined ? null : { ...stored.value.values, ...changed };
  const wrong = SETTING_KEYS.filter((key) => values !== null && !isAllowed(key, values[key]));

  const next = async () => {
    if (values === null || stored.value === undefined || wrong.length > 0) return;
    const { version, values: before } = stored.value;
    const isChanged = SETTING_KEYS.some((key) => before[key] !== values[key]);
    if (isChanged && (await update.run({ version, values, reason: 'Chosen during set-up.' })) === null) return;
    if ((await confirm.run({})) !== null) onNext();
  };

  return (
    <StepFrame
      title="Safety"
      why="These rules hold for everybody from the first day. They can be changed later in Security, Settings, but never below a safe floor."
      onBack={onBack}
      onNext={next}
      isBusy={update.isRunning || confirm.isRunning}
      refusal={update.refusal ?? confirm.refusal}
      nextLabel="Use these rules"
      isNextBarred={values === null}
    >
      {values === null ? (
        stored.refusal === null ? (
          <Skeleton height={220} />
        ) : (
          <LoadFailed refusal={stored.refusal} onRetry={stored.reload} />
        )
      ) : (
        SETTING_KEYS.map((key) => {
          const { label, unit, sentence, min, max } = SETTINGS[key];
          return (
            <NumberInput
              key={key}
              label={`${label} (${unit})`}
              description={`${sentence} From ${min} to ${max.toLocaleString()}.`}
              required
              allowDecimal={false}
              allowNegative={false}
              maw={460}
              value={values[key]}
              error={wrong.includes(key) ? `Choose a number from ${min} to ${max.toLocaleString()}.` : null}
              onChange={(value) => setChanged((before) => ({ ...before, [key]: Number(value) }))}
            />
          );
        })
      )}
    </StepFrame>
  );
}

function isAllowed(key: SettingKey, value: number): boolean {
  return Number.isInteger(value) && value >= SETTINGS[key].min && value <= SETTINGS[key].max;
}
