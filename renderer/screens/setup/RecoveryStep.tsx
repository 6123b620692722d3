// The recovery sheet: print or save it, then prove from the paper that it can be read.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { Printer, Save } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommand } from '../../ipc/useCommand.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

interface RecoveryStepProps extends StepProps {
  /** Null after a restart: the code is held nowhere, so a new one is made. */
  readonly code: string | null;
  readonly onNewCode: (code: string) => void;
  readonly isConfirmed: boolean;
}

export function RecoveryStep(props: RecoveryStepProps) {
  const { code, onNewCode, isConfirmed, onBack, onNext } = props;
  const renew = useCommand('setup.renewRecovery');
  const write = useCommand('setup.saveRecoverySheet', { refreshes: false });
  const confirm = useCommand('setup.confirmRecovery');
  const [isHidden, setIsHidden] = useState(false);
  const [said, setSaid] = useState('');
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const positions = useMemo(() => twoPositions(code), [code]);

  const makeNew = async () => {
    const made = await renew.run({});
    if (made !== null) onNewCode(made.recoveryCode);
    setIsHidden(false);
  };
  const writeSheet = async (how: 'print' | 'save') => {
    const written = await write.run({ how });
    if (written === null) return;
    setSaid(
      written.isSaved
        ? how === 'print'
          ? 'The sheet was sent to the printer.'
          : 'The sheet is saved.'
        : 'Nothing was saved.',
    );
    if (written.isSaved) setIsHidden(true);
  };
  const next = async () => {
    if (isConfirmed) return onNext();
    const groups = positions.map((position, index) => ({ position, typed: readable(typed[index] ?? '') }));
    if ((await confirm.run({ groups })) !== null) onNext();
  };
  const isTyped = typed.every((group) => group.trim() !== '');

  return (
    <StepFrame
      title="Recovery sheet"
      why="If every Super User forgets their password, this code is the only way back to your records. Nobody else has a copy: not we, not your IT company."
      onBack={onBack}
      onNext={next}
      isBusy={confirm.isRunning}
      isNextBarred={!isConfirmed && (code === null || !isHidden || !isTyped)}
      refusal={confirm.refusal ?? write.refusal ?? renew.refusal}
    >
      {isConfirmed ? <Text>You have proved that you hold the recovery sheet.</Text> : null}
      {!isConfirmed && code === null ? (
        <>
          <Text>The code shown before is not kept anywhere. Make a new one; an older sheet is then void.</Text>
          <div>
            <Button onClick={() => void makeNew()} loading={renew.isRunning}>
              Make a new recovery code
            </Button>
          </div>
        </>
      ) : null}
      {!isConfirmed && code !== null && !isHidden ? (
        <>
          <div className="slip">
            <Text size="sm">Recovery code</Text>
            <output className="slip-code" aria-label="Recovery code">
              {code}
            </output>
          </div>
          <Text size="sm">
            Print two copies or save the sheet to a USB stick. Keep one in the safe and one outside the office, each in
            a sealed envelope.
          </Text>
          <Group gap="xs">
            <Button variant="default" leftSection={<Printer size={16} />} onClick={() => void writeSheet('print')}>
              Print the sheet
            </Button>
            <Button variant="default" leftSection={<Save size={16} />} onClick={() => void writeSheet('save')}>
              Save to a file…
            </Button>
            <Button variant="default" onClick={() => setIsHidden(true)}>
              I wrote it down by hand
            </Button>
          </Group>
        </>
      ) : null}
      {!isConfirmed && code !== null && isHidden ? (
        <>
          <Text>Take the sheet in your hand and type these two groups from it.</Text>
          <Group align="flex-start" gap="md">
            {positions.map((position, index) => (
              <TextInput
                key={position}
                label={`Group ${position}`}
                description={`Number ${position} from the left`}
                required
                autoFocus={index === 0}
                autoComplete="off"
                spellCheck={false}
                maxLength={8}
                w={170}
                value={typed[index] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setTyped(([first, second]) => (index === 0 ? [value, second] : [first, value]));
                }}
              />
            ))}
          </Group>
          <div>
            <Button variant="default" size="compact-sm" onClick={() => setIsHidden(false)}>
              Show the code again
            </Button>
          </div>
        </>
      ) : null}
      <Text size="sm" role="status">
        {said}
      </Text>
    </StepFrame>
  );
}

/** Two different groups, by their place from the left, in order. The last group is shorter and left out. */
function twoPositions(code: string | null): number[] {
  const count = (code?.split('-').length ?? 7) - 1;
  const [first = 0, offset = 0] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % count;
  const other = (one + 1 + (offset % (count - 1))) % count;
  return [one + 1, other + 1].toSorted((a, b) => a - b);
}

/** The letters that look like digits on paper are not used in codes, so what was meant is certain. */
function readable(typed: string): string {
  return typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
