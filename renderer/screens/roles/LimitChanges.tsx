// What a change does to the hours and conditions of a role, in sentences with + and − (S2.62, S2.63).
import { List, Text } from '@mantine/core';
import { conditionWords } from '../../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../../shared/authorization/flattenRole.ts';
import type { WeeklyWindow } from '../../../shared/authorization/grantTerms.ts';
import { hoursWords } from '../../../shared/authorization/hoursWords.ts';
import { showTime } from '../../components/showTime.ts';

export interface LimitsOfRole {
  readonly hours: readonly WeeklyWindow[];
  readonly conditions: readonly RightCondition[];
}

/** The lines between two states of a role, the first null for a new one; empty where neither hours nor conditions differ. */
export function limitChangeLines(before: LimitsOfRole | null, after: LimitsOfRole): readonly string[] {
  const words = (role: LimitsOfRole | null) => role?.conditions.map((one) => conditionWords(one, showTime)) ?? [];
  const [had, has] = [words(before), words(after)];
  const [hoursBefore, hoursAfter] = [hoursWords(before?.hours ?? []), hoursWords(after.hours)];
  return [
    ...(hoursBefore === hoursAfter
      ? []
      : [before === null ? `+ Counts ${hoursAfter}` : `± Counts ${hoursAfter}; before: ${hoursBefore}`]),
    ...has.filter((one) => !had.includes(one)).map((one) => `+ Condition: ${one}`),
    ...had.filter((one) => !has.includes(one)).map((one) => `− Condition: ${one}`),
  ];
}

interface LimitChangesProps {
  readonly before: LimitsOfRole | null;
  readonly after: LimitsOfRole;
  readonly size?: 'xs' | 'sm';
}

export function LimitChanges({ before, after, size = 'sm' }: LimitChangesProps) {
  const lines = limitChangeLines(before, after);
  if (lines.length === 0) return null;
  return (
    <List size={size} listStyleType="none" aria-label="Hours and conditions that change">
      {lines.map((line) => (
        <List.Item key={line}>
          <Text span size={size}>
            {line}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
