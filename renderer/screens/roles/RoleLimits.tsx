// When a role counts and on which records its rights are bound, in sentences; with what comes from parents and policies.
import { List, Text } from '@mantine/core';
import { conditionWords } from '../../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../../shared/authorization/flattenRole.ts';
import type { WeeklyWindow } from '../../../shared/authorization/grantTerms.ts';
import { hoursWords } from '../../../shared/authorization/hoursWords.ts';
import type { InheritedLimits } from '../../../shared/authorization/inheritedLimits.ts';
import { showTime } from '../../components/showTime.ts';

interface OwnLimits {
  readonly hours: readonly WeeklyWindow[];
  readonly conditions: readonly RightCondition[];
}

interface RoleLimitsProps {
  readonly own: OwnLimits;
  readonly inherited: readonly InheritedLimits[];
  readonly nameOf: (roleId: string) => string;
}

/** Nothing where nothing limits the role. */
export function RoleLimits({ own, inherited, nameOf }: RoleLimitsProps) {
  const lines = [
    ...limitLines(own),
    ...inherited.flatMap((one) => limitLines(one).map((line) => `${line} (from “${nameOf(one.roleId)}”)`)),
  ];
  return <Lines lines={lines} />;
}

/** What binds the role besides itself, to be read and not changed here. */
export function InheritedLines({ inherited, nameOf }: Pick<RoleLimitsProps, 'inherited' | 'nameOf'>) {
  const lines = inherited.flatMap((one) =>
    limitLines(one).map((line) => `${line} (from “${nameOf(one.roleId)}”, changed there)`),
  );
  return <Lines lines={lines} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <List size="sm" listStyleType="none" spacing={2} aria-label="Hours and conditions">
      {lines.map((line) => (
        <List.Item key={line}>
          <Text span size="sm">
            {line}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

function limitLines({ hours, conditions }: OwnLimits): string[] {
  return [
    ...(hours.length === 0 ? [] : [`Counts ${hoursWords(hours)}`]),
    ...conditions.map((one) => conditionWords(one, showTime)),
  ];
}
