// Writes an expectation down: who, must or must not, what, and about which records, with the sentence it makes.
import { Button, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AboutKind } from '../../../shared/catalogue/aboutKinds.ts';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import { aboutKindsOf, aboutTypeOf } from '../../../shared/catalogue/expectedAct.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { useFirstInput } from '../../components/useFirstInput.ts';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { ABOUT_WORDS, expectedChoices } from './expectedChoices.ts';

type Fields = CallInput<'expectation.create'>['fields'];

export function AddExpectation({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const firstInput = useFirstInput();
  const [whoKind, setWhoKind] = useState<'user' | 'role'>('user');
  const [who, setWho] = useState({ id: '', name: '' });
  const [isMust, setIsMust] = useState(false);
  const [act, setAct] = useState<string | null>(null);
  const [aboutKind, setAboutKind] = useState<AboutKind>('any');
  const [about, setAbout] = useState({ id: '', name: '' });
  const roles = useQuery('role.find', {}, { enabled: whoKind === 'role' });
  const create = useCommand('expectation.create');
  const choices = useMemo(expectedChoices, []);
  const kinds = act === null ? [] : aboutKindsOf(act);
  const typeName = act === null ? null : aboutTypeOf(act, aboutKind);
  const isComplete = who.id !== '' && act !== null && (aboutKind === 'any' || about.id !== '');
  const save = async () => {
    if (!isComplete || act === null) return;
    const fields = {
      who: { kind: whoKind, id: who.id },
      isMust,
      act,
      about: aboutKind === 'any' ? { kind: aboutKind } : { kind: aboutKind, id: about.id },
    } as Fields;
    const done = await create.run({ fields });
    if (done === null) return;
    notify.done(done.isBroken ? 'It is written down, and is broken already.' : 'It is written down and holds.');
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title="Add expectation"
      closeButtonProps={{ 'aria-label': 'Close without adding' }}
      size="lg"
    >
      <form
        ref={firstInput}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <SegmentedControl
            aria-label="Person or role"
            value={whoKind}
            onChange={(value) => {
              setWhoKind(value === 'role' ? 'role' : 'user');
              setWho({ id: '', name: '' });
            }}
            data={[
              { value: 'user', label: 'A person' },
              { value: 'role', label: 'Everybody with a role' },
            ]}
          />
          {whoKind === 'user' ? (
            <ReferenceSelect
              typeName="user"
              label="Person"
              isRequired
              value={who.id}
              chosenLabel={undefined}
              onChange={(id, name) => setWho({ id, name: name ?? '' })}
            />
          ) : (
            <Select
              label="Role"
              required
              searchable
              data={(roles.value?.roles ?? [])
                .filter(({ kind }) => kind !== 'policy')
                .map(({ roleId, name }) => ({ value: roleId, label: name }))}
              nothingFoundMessage={roles.refusal?.message ?? 'No role has this name.'}
              value={who.id === '' ? null : who.id}
              onChange={(id, option) => setWho({ id: id ?? '', name: option?.label ?? '' })}
            />
          )}
          <SegmentedControl
            aria-label="Must or must not"
            value={isMust ? 'must' : 'mustNot'}
            onChange={(value) => setIsMust(value === 'must')}
            data={[
              { value: 'mustNot', label: 'must not' },
              { value: 'must', label: 'must be able to' },
            ]}
          />
          <Select
            label="What"
            placeholder="Choose an act or a right"
            required
            searchable
            nothingFoundMessage="No act with these words"
            maxDropdownHeight={280}
            data={choices.map(({ group, items }) => ({ group, items: [...items] }))}
            value={act}
            onChange={(value) => {
              setAct(value);
              setAboutKind('any');
              setAbout({ id: '', name: '' });
            }}
          />
          {kinds.length < 2 ? null : (
            <Select
              label="About"
              searchable
              allowDeselect={false}
              data={kinds.map((kind) => ({ value: kind, label: ABOUT_WORDS[kind] }))}
              value={aboutKind}
              onChange={(value) => {
                setAboutKind(kinds.find((kind) => kind === value) ?? 'any');
                setAbout({ id: '', name: '' });
              }}
            />
          )}
          {typeName === null ? null : (
            <ReferenceSelect
              key={`${typeName} ${aboutKind}`}
              typeName={typeName}
              label={aboutKind === 'record' ? 'Record' : aboutKind === 'patient' ? 'Patient' : 'Provider'}
              isRequired
              value={about.id}
              chosenLabel={undefined}
              onChange={(id, name) => setAbout({ id, name: name ?? '' })}
            />
          )}
          <Text size="sm" fw={600} role="status">
            {isComplete && act !== null
              ? expectationSentence({
                  who: { kind: whoKind, name: who.name },
                  isMust,
                  act,
                  about: { kind: aboutKind, name: about.name === '' ? null : about.name },
                })
              : 'Choose who and what to read the sentence.'}
          </Text>
          {create.refusal === null ? null : <RefusalCard refusal={create.refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isRunning} disabled={!isComplete}>
              Add expectation
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
