// The schedule: a day of several providers or a week of one, booked and moved with the mouse or the keys (S2.108, S2.33).
import { Button, Skeleton, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { addDays, daysFrom, mondayOf } from '../../../shared/schedule/days.ts';
import { timeOf } from '../../../shared/schedule/openTimes.ts';
import { localOf } from '../../../shared/schedule/zonedTime.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useDraft } from '../../session/useDraft.ts';
import { useSession } from '../../session/useSession.ts';
import { type BookingDraft, DEFAULT_LENGTH_MINUTES, type KeptBooking, parseKeptBooking } from './bookingDraft.ts';
import { MoveDialog } from './MoveDialog.tsx';
import type { Carried } from './placeMoves.ts';
import { type OpenDialog, ScheduleDialogs } from './ScheduleDialogs.tsx';
import { ScheduleGrid } from './ScheduleGrid.tsx';
import { ScheduleLegend } from './ScheduleLegend.tsx';
import { ScheduleTools, type Shown } from './ScheduleTools.tsx';
import classes from './schedule.module.css';
import { type Column, type ScheduleView, scheduleColumns, shownHours } from './scheduleColumns.ts';
import { sayCarried, sayDay } from './scheduleWords.ts';
import { useMove } from './useMove.ts';
import { useNow } from './useNow.ts';

export function ScheduleScreen() {
  const nowMs = useNow();
  const [shown, setShown] = useState<Shown>(() => ({
    mode: 'day',
    day: localOf(nowMs, ownZone()).day,
    providerIds: [],
    weekProviderId: '',
    locationId: '',
    showsCancelled: false,
  }));
  const first = shown.mode === 'week' ? mondayOf(shown.day) : shown.day;
  const last = shown.mode === 'week' ? addDays(first, 6) : shown.day;
  const input = {
    from: first,
    to: last,
    providerIds: [...shown.providerIds],
    locationId: shown.locationId === '' ? null : shown.locationId,
  };
  const { value, refusal, reload } = useQuery('schedule.read', input, { keepPrevious: true });
  if (value === undefined)
    return (
      <>
        <PageHeader title="Schedule" />
        {refusal === null ? (
          <Skeleton height={420} aria-label="The schedule is loading" />
        ) : (
          <LoadFailed refusal={refusal} onRetry={reload} />
        )}
      </>
    );
  return (
    <LoadedSchedule
      view={value}
      days={daysFrom(first, last)}
      nowMs={nowMs}
      shown={shown}
      onShown={setShown}
      input={input}
    />
  );
}

interface LoadedProps {
  readonly view: ScheduleView;
  readonly days: readonly string[];
  readonly nowMs: number;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly input: { from: string; to: string; providerIds: string[]; locationId: string | null };
}

function LoadedSchedule({ view, days, nowMs, shown, onShown, input }: LoadedProps) {
  const { can } = useSession();
  const [mayBook, mayMove] = [can('schedule:create'), can('schedule:update')];
  const now = localOf(nowMs, view.timeZone);
  const isWeek = shown.mode === 'week';
  const weekProvider = view.providers.find(({ id }) => id === shown.weekProviderId) ?? view.providers[0];
  const providers = isWeek ? (weekProvider === undefined ? [] : [weekProvider]) : view.providers;
  const columns = scheduleColumns(view, days, providers, input.locationId, shown.showsCancelled);
  const hours = shownHours(columns);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [typed, setTyped] = useState<KeptBooking | null>(null);
  const [place, setPlace] = useState<{ key: string; minute: number } | null>(null);
  const move = useMove();
  const print = useCommand('schedule.print', { refreshes: false });

  const empty = (given: Partial<BookingDraft>): BookingDraft => ({
    patientId: '',
    providerId: providers[0]?.id ?? '',
    locationId: shown.locationId,
    day: shown.day,
    time: '',
    lengthMinutes: DEFAULT_LENGTH_MINUTES,
    isSecondHour: false,
    reason: '',
    ...given,
  });
  const book = (column: Column, minute: number) =>
    setDialog({
      kind: 'book',
      draft: empty({ providerId: column.providerId, day: column.day, time: timeOf(minute) }),
    });
  // The slot the keyboard was at last, as long as it is still shown.
  const bookAtPlace = () => {
    const column = columns.find(({ key }) => key === place?.key);
    if (column === undefined || place === null) setDialog({ kind: 'book', draft: empty({}) });
    else book(column, place.minute);
  };
  const restore = useCallback((content: unknown) => {
    const kept = parseKeptBooking(content);
    if (kept === null) return;
    setTyped(kept);
    setDialog(kept);
  }, []);
  useDraft<unknown>('schedule', typed !== null, typed, restore);
  const drop = (carried: Carried, column: Column) => void move.start(carried, column, view.timeZone);
  const printNow = async () => {
    const printed = await print.run(isWeek ? { ...input, providerIds: providers.map(({ id }) => id) } : input);
    if (printed !== null)
      notify.done(`Sent ${printed.count === 1 ? '1 appointment' : `${printed.count} appointments`} to the printer.`);
  };

  return (
    <div className={classes.screen}>
      <PageHeader
        title="Schedule"
        actions={
          <>
            <Text className={classes.day} aria-live="polite">
              {isWeek
                ? `${sayDay(days[0] ?? '', 'short')} to ${sayDay(days.at(-1) ?? '', 'short')}`
                : sayDay(shown.day, 'full')}
            </Text>
            <Button size="sm" variant="default" loading={print.isRunning} onClick={() => void printNow()}>
              Print the list…
            </Button>
            {mayBook ? (
              <>
                <Button
                  size="sm"
                  variant="default"
                  onClick={() => setDialog({ kind: 'walkIn', draft: empty({ lengthMinutes: 15 }) })}
                >
                  Walk-in…
                </Button>
                <Button size="sm" onClick={bookAtPlace}>
                  Book…
                </Button>
              </>
            ) : null}
          </>
        }
      />
      {print.refusal === null ? null : <RefusalCard refusal={print.refusal} onClose={print.clearRefusal} />}
      <ScheduleTools shown={shown} today={now.day} providers={view.providers} onChange={onShown} />
      {columns.length === 0 ? (
        <EmptyState
          title="No provider to show."
          hint="Add providers under Lists, or choose others above. People with a provider limit see their own."
        />
      ) : (
        <ScheduleGrid
          key={`${shown.mode} ${columns.length}`}
          label={isWeek ? `Week of ${providers[0]?.name ?? ''}` : `Schedule of ${sayDay(shown.day)}`}
          columns={columns}
          hours={hours}
          headOf={(column) => ({
            title: isWeek ? sayDay(column.day, 'short') : column.providerName,
            note: noteOf(column),
          })}
          now={now}
          mayBook={mayBook}
          mayMove={mayMove}
          onOpen={({ appointment }) => setDialog({ kind: 'open', appointmentId: appointment.id })}
          onBook={book}
          onDrop={drop}
          onPlace={({ key }, minute) => setPlace({ key, minute })}
        />
      )}
      <ScheduleLegend isCut={view.isCut} timeZone={view.timeZone} />
      <ScheduleDialogs
        dialog={dialog}
        view={view}
        columns={columns}
        mayChange={mayMove}
        onDialog={setDialog}
        onDraft={setTyped}
      />
      {move.pending === null ? null : (
        <MoveDialog
          booking={move.booking}
          says={`${move.pending.carried.appointment.patientName}: ${sayCarried(move.pending.carried, move.pending.column)}`}
          onConfirm={() => void move.confirm()}
          onClose={move.giveUp}
        />
      )}
    </div>
  );
}

function noteOf({ blocks, open }: Column): string {
  const count = blocks.filter(({ appointment }) => appointment.status !== 'cancelled').length;
  if (open !== null && open.length === 0) return count === 0 ? 'Not working' : `Not working, ${count} booked`;
  const booked = count === 0 ? 'Nothing booked' : `${count} booked`;
  return open === null ? `${booked}, no hours on record` : booked;
}

/** The computer's own zone: a first guess, until the answer says the office's. */
function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
