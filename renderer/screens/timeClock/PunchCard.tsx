// Punches in and out for oneself; the program gives the time.
import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import classes from './timeClock.module.css';

export function PunchCard() {
  const { can } = useSession();
  const [note, setNote] = useState('');
  const { value } = useQuery('punch.readOwn', {});
  const punchIn = useCommand('punch.in');
  const punchOut = useCommand('punch.out');
  if (!can('timeClock:create') || value === undefined) return null;
  const { openSinceMs } = value;
  const isIn = openSinceMs !== null;
  const { refusal, clearRefusal, isRunning } = isIn ? punchOut : punchIn;
  const run = async () => {
    const done = await (isIn ? punchOut : punchIn).run({ note });
    if (done === null) return;
    setNote('');
    notify.done(`Punched ${isIn ? 'out' : 'in'}: ${showTime(done.atMs)}.`);
  };
  return (
    <section className={classes.card} aria-label="My punch">
      <Text fw={600}>{isIn ? `You are punched in since ${showTime(openSinceMs)}.` : 'You are not punched in.'}</Text>
      <TextInput
        size="sm"
        aria-label="Note to this punch"
        placeholder="Note, if there is one"
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button loading={isRunning} onClick={() => void run()}>
        {isIn ? 'Punch out' : 'Punch in'}
      </Button>
      {refusal === null ? null : <RefusalCard refusal={refusal} onClose={clearRefusal} />}
    </section>
  );
}
