// The line at the foot: people, Super Users, encryption, last check of the log, time to the lock.
import { useQuery } from '../ipc/useQuery.ts';
import { useSession } from '../session/useSession.ts';
import { useScreen } from './useScreen.ts';
import { WorkPlace } from './WorkPlace.tsx';

interface StatusPart {
  readonly text: string;
  /** Where it leads; null where the person may not go. */
  readonly path: string | null;
  readonly isWarning?: boolean;
}

export function StatusBar() {
  const { can } = useSession();
  const { open } = useScreen();
  const { value } = useQuery('practice.readStatus', {});
  if (value === undefined)
    return (
      <footer className="status-bar">
        <WorkPlace />
      </footer>
    );
  const users = can('user:read') ? '/users' : null;
  const settings = can('setting:read') ? '/settings' : null;
  const activity = can('audit:read') ? '/activity' : null;
  const parts: StatusPart[] = [
    { text: counted(value.userCount, 'user'), path: users },
    { text: counted(value.superUserCount, 'Super User'), path: users, isWarning: value.superUserCount < 2 },
    { text: 'Database encrypted', path: settings },
    value.keystoreKind === 'none'
      ? { text: 'This computer has no key store', path: settings, isWarning: true }
      : { text: 'Key kept by this computer', path: settings },
    {
      text:
        value.lastVerifiedAtMs === null
          ? 'Activity log not verified yet'
          : `Activity log verified ${shortMoment(value.lastVerifiedAtMs)}`,
      path: activity,
      isWarning: value.integrityAlarm !== null,
    },
    { text: `Locks after ${Math.round(value.idleTimeoutMs / 60_000)} min without input`, path: settings },
  ];
  return (
    <footer className="status-bar">
      <WorkPlace />
      {parts.map(({ text, path, isWarning }) => {
        const words = isWarning ? `! ${text}` : text;
        return path === null ? (
          <span key={text}>{words}</span>
        ) : (
          <button key={text} type="button" onClick={() => open(path)}>
            {words}
          </button>
        );
      })}
    </footer>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}

function shortMoment(atMs: number): string {
  const isToday = new Date(atMs).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(undefined, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium' }).format(atMs);
}
