// The conditions of a role in its editor: one sentence each, added by choosing and removed again (S2.63).
import { Button, Group, List, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { conditionWords } from '../../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../../shared/authorization/flattenRole.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { showTime } from '../../components/showTime.ts';
import { ConditionDialog } from './ConditionDialog.tsx';
import { bindableRights } from './conditionDraft.ts';

interface RoleConditionsProps {
  readonly conditions: readonly RightCondition[];
  /** What the role gives itself and takes from its parent. */
  readonly given: ReadonlySet<PermissionId>;
  readonly onChange: (conditions: RightCondition[]) => void;
}

export function RoleConditions({ conditions, given, onChange }: RoleConditionsProps) {
  const [isAdding, setIsAdding] = useState(false);
  const [first, ...others] = bindableRights(given);
  return (
    <section aria-label="Conditions">
      <Title order={3} size="sm">
        Conditions
      </Title>
      <Text size="xs" c="dimmed">
        {first === undefined
          ? 'Tick a right in a data area first. Then it can be bound to some of the records, such as refunds under an amount.'
          : 'Bind a right to some of the records, such as refunds under an amount. Several conditions on one right must all be met.'}
      </Text>
      {conditions.length === 0 ? null : (
        <List size="sm" listStyleType="none" my={6} spacing={2}>
          {conditions.map((one) => {
            const words = conditionWords(one, showTime);
            return (
              <List.Item key={JSON.stringify(one)}>
                <Group gap="xs" wrap="nowrap" justify="space-between">
                  <span>
                    {words}
                    {given.has(one.permission) ? '' : ' (goes when this is saved, because the right is not ticked)'}
                  </span>
                  <Button
                    size="compact-xs"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    aria-label={`Remove the condition: ${words}`}
                    onClick={() => onChange(conditions.filter((kept) => kept !== one))}
                  >
                    Remove
                  </Button>
                </Group>
              </List.Item>
            );
          })}
        </List>
      )}
      <Button size="xs" variant="default" mt={4} disabled={first === undefined} onClick={() => setIsAdding(true)}>
        Add a condition…
      </Button>
      {isAdding && first !== undefined ? (
        <ConditionDialog
          rights={[first, ...others]}
          onAdd={(added) => {
            const isKnown = conditions.some((one) => JSON.stringify(one) === JSON.stringify(added));
            if (!isKnown) onChange([...conditions, added]);
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : null}
    </section>
  );
}
