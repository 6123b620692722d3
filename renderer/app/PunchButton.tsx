// Punches in or out from the menu bar, wherever one is (S2.114).
import { Button } from '@mantine/core';
import { Timer } from 'lucide-react';
import { notify } from '../components/notify.ts';
import { showTime } from '../components/showTime.ts';
import { useCommand } from '../ipc/useCommand.ts';
import { useQuery } from '../ipc/useQuery.ts';
import { useSession } from '../session/useSession.ts';

/** Shown to whoever has working time of their own. */
export function PunchButton() {
  const { can } = useSession();
  const mayPunch = can('timeClock:create');
  const { value, reload } = useQuery('punch.readOwn', {}, { enabled: mayPunch });
  const punchIn = useCommand('punch.in', { tells: true });
  const punchOut = useCommand('punch.out', { tells: true });
  if (!mayPunch || value === undefined) return null;
  const { openSinceMs } = value;
  const isIn = openSinceMs !== null;
  const run = async () => {
    const done = await (isIn ? punchOut : punchIn).run({ note: '' });
    // Refused, as after a punch from elsewhere: the button shows how it stands.
    if (done === null) reload();
    else notify.done(`Punched ${isIn ? 'out' : 'in'}: ${showTime(done.atMs)}.`);
  };
  return (
    <Button
      size="compact-sm"
      className="on-bar"
      leftSection={<Timer size={14} aria-hidden />}
      loading={punchIn.isRunning || punchOut.isRunning}
      title={isIn ? `Punched in since ${showTime(openSinceMs)}` : 'Not punched in'}
      onClick={() => void run()}
    >
      {isIn ? 'Punch out' : 'Punch in'}
    </Button>
  );
}
