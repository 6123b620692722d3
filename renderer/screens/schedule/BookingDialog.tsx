// Books an appointment, takes a walk-in, or changes one: what speaks against the time is shown before anything is saved.
import { Button, Checkbox, Group, Modal, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { minuteOf } from '../../../shared/schedule/openTimes.ts';
import { instantsOf } from '../../../shared/schedule/zonedTime.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { type BookingDraft, type BookingKind, fieldProblems, lengthChoices, tryOf } from './bookingDraft.ts';
import { FreeTimes } from './FreeTimes.tsx';
import { useBooking } from './useBooking.ts';
import { WarningList } from './WarningList.tsx';

interface BookingDialogProps {
  readonly kind: BookingKind;
  readonly start: BookingDraft;
  /** Titles of what `start` names. */
  readonly names: {
    readonly patient?: string | undefined;
    readonly provider?: string | undefined;
    readonly location?: string | undefined;
  };
  /** Whose appointment is changed. */
  readonly patientName?: string;
  readonly timeZone: string;
  /** The appointment that is changed. */
  readonly target?: { readonly id: string; readonly version: number };
  readonly onDraft: (draft: BookingDraft | null) => void;
  readonly onDone: (draft: BookingDraft) => void;
  readonly onClose: () => void;
}

const TITLES: Record<BookingKind, string> = {
  book: 'Book an appointment',
  walkIn: 'Walk-in',
  change: 'Change the appointment',
};
const LABELS: Record<BookingKind, string> = { book: 'Book', walkIn: 'Add and check in', change: 'Save' };

export function BookingDialog(props: BookingDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.patientName === undefined ? TITLES[props.kind] : `${TITLES[props.kind]} of ${props.patientName}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close without booking' }}
    >
      <BookingForm {...props} />
    </Modal>
  );
}

function BookingForm({ kind, start, names, timeZone, onDraft, onDone, onClose, ...props }: BookingDialogProps) {
  const [draft, setDraft] = useState(start);
  // The version the draft began with: a newer one would overwrite unseen what somebody else changed.
  const [target] = useState(props.target);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const booking = useBooking();
  const set = (given: Partial<BookingDraft>) => {
    const next = { ...draft, ...given };
    setDraft(next);
    onDraft(next);
    setProblems({});
    booking.clear();
  };
  const isConfirmed = booking.warnings.length > 0;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = fieldProblems(kind, draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (await booking.run(tryOf(kind, draft, target), isConfirmed)) {
      onDraft(null);
      onDone(draft);
    }
  };
  const said = new Map((booking.refusal?.fields ?? []).map(({ path, message }) => [path, message]));
  const problem = (name: string) => problems[name] ?? said.get(name);
  const isShownAtInput = ['day', 'time', 'lengthMinutes'].some((name) => said.has(name));
  const isRepeated =
    kind !== 'walkIn' &&
    draft.time !== '' &&
    instantsOf({ day: draft.day, minute: minuteOf(draft.time) }, timeZone).length > 1;
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="sm">
        {kind === 'change' ? null : (
          <ReferenceSelect
            typeName="patient"
            label="Patient"
            hint="Type the start of a name or a record number."
            isRequired
            value={draft.patientId}
            chosenLabel={names.patient}
            error={problem('patientId')}
            onChange={(patientId) => set({ patientId })}
          />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <ReferenceSelect
            typeName="provider"
            label="Provider"
            isRequired
            value={draft.providerId}
            chosenLabel={names.provider}
            error={problem('providerId')}
            onChange={(providerId) => set({ providerId })}
          />
          <ReferenceSelect
            typeName="location"
            label="Location"
            isRequired={false}
            value={draft.locationId}
            chosenLabel={names.location}
            onChange={(locationId) => set({ locationId })}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: kind === 'walkIn' ? 2 : 3 }} spacing="sm" verticalSpacing="xs">
          {kind === 'walkIn' ? null : (
            <>
              <TextInput
                type="date"
                label="Day"
                required
                value={draft.day}
                error={problem('day')}
                onChange={(event) => set({ day: event.currentTarget.value })}
              />
              <TextInput
                type="time"
                label="Time"
                required
                step={300}
                value={draft.time}
                error={problem('time')}
                onChange={(event) => set({ time: event.currentTarget.value })}
              />
            </>
          )}
          <NativeSelect
            label="Length"
            data={lengthChoices(start.lengthMinutes)}
            value={String(draft.lengthMinutes)}
            error={problem('lengthMinutes')}
            onChange={(event) => set({ lengthMinutes: Number(event.currentTarget.value) })}
          />
        </SimpleGrid>
        {isRepeated ? (
          <Checkbox
            label="The second of the two"
            description="The clocks go back that night, so this time comes twice."
            checked={draft.isSecondHour}
            onChange={(event) => set({ isSecondHour: event.currentTarget.checked })}
          />
        ) : null}
        {kind === 'walkIn' ? null : (
          <FreeTimes draft={draft} onChoose={(day, time) => set({ day, time, isSecondHour: false })} />
        )}
        <TextInput
          label="Reason"
          description="What the visit is for. It stands in the schedule."
          maxLength={200}
          value={draft.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <WarningList warnings={booking.warnings} />
        {booking.refusal === null || isShownAtInput ? null : <RefusalCard refusal={booking.refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={booking.isRunning}>
            {isConfirmed ? `${LABELS[kind]} all the same` : LABELS[kind]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
