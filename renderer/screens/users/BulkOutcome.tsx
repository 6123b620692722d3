// What became of an act on several people: who it was done to, who not and why, and the codes that were made.
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { showTime } from '../../components/showTime.ts';
import { useFocusOnShow } from '../../components/useFocusOnShow.ts';
import type { BulkAct, BulkResult } from './bulkActs.ts';
import { outcomeSentence, people } from './bulkWords.ts';

interface BulkOutcomeProps {
  readonly act: BulkAct;
  readonly results: readonly BulkResult[];
  /** How many people it was meant for; those that were not reached had it stopped before. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Codes are shown only here, so closing says that they are written down. */
export function BulkOutcome({ act, results, asked, onClose }: BulkOutcomeProps) {
  const goOn = useFocusOnShow<HTMLButtonElement>();
  const codes = results.flatMap(({ end, ...who }) =>
    end.kind === 'done' && end.code !== null ? [{ ...who, ...end.code }] : [],
  );
  const refused = results.filter(({ end }) => end.kind === 'refused');
  const waiting = results.filter(({ end }) => end.kind === 'waits');
  const idle = results.filter(({ end }) => end.kind === 'nothingToDo');
  const left = asked - results.length;
  return (
    <Stack gap="sm">
      <div role="status">
        <OutcomeBox isGood={refused.length === 0 && left === 0} title={outcomeSentence(act, results, asked)}>
          <People title="Refused" results={refused} />
          <People title="Waits for a second person under Security, Approvals" results={waiting} />
          <People title="Nothing to do" results={idle} />
          {left > 0 ? <Text size="sm">{`Stopped before ${people(left)}: they are as they were.`}</Text> : null}
          <Text size="sm" mt={4}>
            Each person has an entry of their own in the activity log, the refused ones too.
          </Text>
        </OutcomeBox>
      </div>
      {codes.length === 0 ? null : (
        <>
          <div className="slip">
            {codes.map(({ userId, name, loginId, text, expiresAtMs }) => (
              <div key={userId}>
                <Text size="sm">
                  For <strong>{name}</strong>, login ID <strong>{loginId}</strong>, once, until {showTime(expiresAtMs)}:
                </Text>
                <output className="slip-code" aria-label={`Activation code for ${name}`}>
                  {text}
                </output>
              </div>
            ))}
            <Text size="sm">
              At the sign-in page choose “I have an activation code”, then make up a password of your own.
            </Text>
          </div>
          <Text size="sm">The codes are shown only now. Nobody can look them up later.</Text>
        </>
      )}
      <Group justify={codes.length === 0 ? 'flex-end' : 'space-between'}>
        {codes.length === 0 ? null : (
          <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            Print slips
          </Button>
        )}
        <Button ref={goOn} onClick={onClose}>
          {codes.length === 0 ? 'Close' : 'I have written them down'}
        </Button>
      </Group>
    </Stack>
  );
}

function People({ title, results }: { readonly title: string; readonly results: readonly BulkResult[] }) {
  if (results.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {`${title} (${results.length}):`}
      </Text>
      <List size="sm" spacing={2} mb={4}>
        {results.map(({ userId, name, end }) => (
          <List.Item key={userId}>
            <b>{name}</b>
            {'because' in end ? `: ${end.because}` : ''}
          </List.Item>
        ))}
      </List>
    </>
  );
}
