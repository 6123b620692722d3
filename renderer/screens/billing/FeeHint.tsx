// What the fee schedule says about the chosen procedure; fills the price in while it is empty.
import { Button, Group, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect } from 'react';
import type { FormValues } from '../../components/record/recordDraft.ts';
import { showCents } from '../../components/record/showCents.ts';
import { useQuery } from '../../ipc/useQuery.ts';

interface FeeHintProps {
  readonly form: UseFormReturnType<FormValues>;
  readonly payerId: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function FeeHint({ form, payerId }: FeeHintProps) {
  const { procedureCodeId, serviceDate, unitCents } = form.values;
  const code = typeof procedureCodeId === 'string' ? procedureCodeId : '';
  const day = typeof serviceDate === 'string' ? serviceDate : '';
  const isKnown = code !== '' && DAY.test(day);
  const { value } = useQuery('feeItem.readFee', { procedureCodeId: code, payerId, day }, { enabled: isKnown });
  const cents = isKnown ? value?.cents : undefined;
  const { setFieldValue } = form;
  const typed = cents === undefined || cents === null ? '' : (cents / 100).toFixed(2);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly found fee fills an empty price once and never overwrites typing
  useEffect(() => {
    if (typed !== '' && unitCents === '') setFieldValue('unitCents', typed);
  }, [typed]);
  if (cents === undefined) return null;
  if (cents === null)
    return (
      <Text size="sm" c="dimmed">
        The fee schedule has no price for this procedure on that day.
      </Text>
    );
  return (
    <Group gap="xs">
      <Text size="sm">Fee schedule: {showCents(cents)}</Text>
      {unitCents === typed ? null : (
        <Button variant="default" size="compact-sm" onClick={() => setFieldValue('unitCents', typed)}>
          Use this price
        </Button>
      )}
    </Group>
  );
}
