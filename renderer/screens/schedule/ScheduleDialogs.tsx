// The dialogs of the schedule: one appointment, booking, walk-in and change.
import { timeOf } from '../../../shared/schedule/openTimes.ts';
import { instantsOf } from '../../../shared/schedule/zonedTime.ts';
import { notify } from '../../components/notify.ts';
import { AppointmentDialog } from './AppointmentDialog.tsx';
import { BookingDialog } from './BookingDialog.tsx';
import type { BookingDraft, KeptBooking } from './bookingDraft.ts';
import type { Column, ScheduleView } from './scheduleColumns.ts';

export type OpenDialog =
  | { readonly kind: 'book' | 'walkIn'; readonly draft: BookingDraft }
  | { readonly kind: 'open' | 'change'; readonly appointmentId: string };

interface ScheduleDialogsProps {
  readonly dialog: OpenDialog | null;
  readonly view: ScheduleView;
  readonly columns: readonly Column[];
  readonly mayChange: boolean;
  readonly onDialog: (dialog: OpenDialog | null) => void;
  /** What is typed for a new appointment, to be kept through a lock. */
  readonly onDraft: (typed: KeptBooking | null) => void;
}

/** An appointment that left the view meanwhile closes its dialog. */
export function ScheduleDialogs({ dialog, view, columns, mayChange, onDialog, onDraft }: ScheduleDialogsProps) {
  if (dialog === null) return null;
  const close = () => {
    onDraft(null);
    onDialog(null);
  };
  const { timeZone } = view;
  if ('draft' in dialog) {
    const { kind, draft } = dialog;
    return (
      <BookingDialog
        kind={kind}
        start={draft}
        names={{ provider: view.providers.find(({ id }) => id === draft.providerId)?.name }}
        timeZone={timeZone}
        onDraft={(typed) => onDraft(typed === null ? null : { kind, draft: typed })}
        onDone={() => {
          notify.done(kind === 'walkIn' ? 'Added the walk-in and checked it in.' : 'Booked the appointment.');
          close();
        }}
        onClose={close}
      />
    );
  }
  const found = columns
    .flatMap((column) => column.blocks.map((block) => ({ column, block })))
    .find(({ block }) => block.appointment.id === dialog.appointmentId);
  if (found === undefined) return null;
  const { column, block } = found;
  const { id, version, patientName, locationId, locationName, reason, startsAtMs } = block.appointment;
  if (dialog.kind === 'open')
    return (
      <AppointmentDialog
        block={block}
        day={column.day}
        providerName={column.providerName}
        mayChange={mayChange}
        onChange={() => onDialog({ kind: 'change', appointmentId: id })}
        onClose={close}
      />
    );
  return (
    <BookingDialog
      kind="change"
      patientName={patientName}
      start={{
        patientId: '',
        providerId: column.providerId,
        locationId: locationId ?? '',
        day: column.day,
        time: timeOf(block.from),
        lengthMinutes: block.to - block.from,
        isSecondHour: instantsOf({ day: column.day, minute: block.from }, timeZone)[1] === startsAtMs,
        reason,
      }}
      names={{ provider: column.providerName, location: locationName }}
      timeZone={timeZone}
      target={{ id, version }}
      onDraft={() => undefined}
      onDone={() => {
        notify.done(`Saved the appointment of ${patientName}.`);
        close();
      }}
      onClose={close}
    />
  );
}
