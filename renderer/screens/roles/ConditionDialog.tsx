// Makes one condition of a role by choosing, never by writing a rule: right, records, field, comparison, value (S2.63).
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldsToJudge, typesReachedBy } from '../../../shared/authorization/conditionChoices.ts';
import { conditionWords, operatorWords } from '../../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../../shared/authorization/flattenRole.ts';
import { CONDITION_OPERATORS } from '../../../shared/authorization/rowCondition.ts';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { Field } from '../../../shared/catalogue/records/field.ts';
import { showTime } from '../../components/showTime.ts';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { type ConditionDraft, changedDraft, conditionOf, fieldOf, fitting, operatorsOf } from './conditionDraft.ts';

interface ConditionDialogProps {
  /** The rights of the role that can be bound; at least one. */
  readonly rights: readonly [PermissionId, ...PermissionId[]];
  readonly onAdd: (condition: RightCondition) => void;
  readonly onClose: () => void;
}

/** The sentence below the choices says what the condition would mean. */
export function ConditionDialog({ rights, onAdd, onClose }: ConditionDialogProps) {
  useReturnFocus();
  const [draft, setDraft] = useState(() => fitting(rights[0], {}));
  const [problem, setProblem] = useState<string | null>(null);
  const change = (more: Partial<ConditionDraft>) => {
    setDraft(changedDraft(draft, more));
    setProblem(null);
  };
  const types = typesReachedBy(draft.permission);
  const type = types.find(({ name }) => name === draft.type);
  const field = fieldOf(draft);
  const made = conditionOf(draft);
  function add() {
    if ('problem' in made) return setProblem(made.problem);
    onAdd(made);
    onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Add a condition"
      size="md"
      closeButtonProps={{ 'aria-label': 'Close without adding' }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Not the form of the role around it.
          event.stopPropagation();
          add();
        }}
      >
        <Stack gap="sm">
          <NativeSelect
            label="Right"
            data-autofocus
            data={rights.map((id) => ({ value: id, label: PERMISSIONS[id].label }))}
            value={draft.permission}
            onChange={({ currentTarget: { value } }) =>
              change({ permission: rights.find((id) => id === value) ?? draft.permission })
            }
          />
          <NativeSelect
            label="Binds it to some of the"
            data={types.map(({ name, many }) => ({ value: name, label: many }))}
            value={draft.type}
            onChange={({ currentTarget: { value } }) => change({ type: value })}
          />
          <NativeSelect
            label="Those where"
            data={(type === undefined ? [] : fieldsToJudge(type, draft.permission)).map(([name, { label }]) => ({
              value: name,
              label,
            }))}
            value={draft.field}
            onChange={({ currentTarget: { value } }) => change({ field: value })}
          />
          {field === null ? null : (
            <Group grow align="flex-start" gap="sm">
              <NativeSelect
                label="Compared"
                data={operatorsOf(field).map((one) => ({ value: one, label: operatorWords(one, field.kind) }))}
                value={draft.operator}
                onChange={({ currentTarget: { value } }) =>
                  change({ operator: CONDITION_OPERATORS.find((one) => one === value) ?? draft.operator })
                }
              />
              <ValueInput field={field} typed={draft.typed} problem={problem} onType={(typed) => change({ typed })} />
            </Group>
          )}
          <Text size="sm" role="status">
            {'problem' in made ? 'Other records stay closed to this right.' : `${conditionWords(made, showTime)}.`}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Add the condition</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ValueInputProps {
  readonly field: Field;
  readonly typed: string;
  readonly problem: string | null;
  readonly onType: (typed: string) => void;
}

function ValueInput({ field, typed, problem, onType }: ValueInputProps) {
  const common = {
    label: 'Value',
    value: typed,
    error: problem,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onType(event.currentTarget.value),
  };
  switch (field.kind) {
    case 'choice':
      return <NativeSelect {...common} data={[...(field.options ?? [])]} />;
    case 'boolean':
      return <NativeSelect {...common} data={['yes', 'no']} />;
    case 'date':
      return <TextInput {...common} required type="date" />;
    case 'instant':
      return <TextInput {...common} required type="datetime-local" />;
    case 'timeOfDay':
      return <TextInput {...common} required type="time" />;
    case 'cents':
      return <TextInput {...common} required inputMode="decimal" leftSection="$" />;
    default:
      return <TextInput {...common} required inputMode="numeric" />;
  }
}
