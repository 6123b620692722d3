// Booking and moving with a question in between: the first try asks for warnings, the second goes on in spite of them.
import { useCallback, useState } from 'react';
import type { BookingAnswer, ScheduleWarning } from '../../../shared/catalogue/procedures/appointment.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand } from '../../ipc/useCommand.ts';

type Unconfirmed<N extends 'appointment.book' | 'appointment.walkIn' | 'appointment.reschedule'> = Omit<
  CallInput<N>,
  'isConfirmed'
>;
export type BookingTry =
  | { readonly act: 'book'; readonly input: Unconfirmed<'appointment.book'> }
  | { readonly act: 'walkIn'; readonly input: Unconfirmed<'appointment.walkIn'> }
  | { readonly act: 'move'; readonly input: Unconfirmed<'appointment.reschedule'> };

export interface Booking {
  /** Resolves to true when it is done; otherwise `warnings` or `refusal` say what stands against it. */
  readonly run: (attempt: BookingTry, isConfirmed: boolean) => Promise<boolean>;
  readonly warnings: readonly ScheduleWarning[];
  readonly refusal: Refusal | null;
  readonly isRunning: boolean;
  readonly clear: () => void;
}

export function useBooking(): Booking {
  const book = useCommand('appointment.book');
  const walkIn = useCommand('appointment.walkIn');
  const move = useCommand('appointment.reschedule');
  const [warnings, setWarnings] = useState<readonly ScheduleWarning[]>([]);
  const [bookNow, walkInNow, moveNow] = [book.run, walkIn.run, move.run];
  const run = useCallback(
    async (attempt: BookingTry, isConfirmed: boolean) => {
      const answer = await ask(attempt, isConfirmed);
      setWarnings(answer === null || answer.isDone ? [] : answer.warnings);
      return answer?.isDone === true;

      function ask({ act, input }: BookingTry, confirmed: boolean): Promise<BookingAnswer | null> {
        switch (act) {
          case 'book':
            return bookNow({ ...input, isConfirmed: confirmed });
          case 'walkIn':
            return walkInNow({ ...input, isConfirmed: confirmed });
          case 'move':
            return moveNow({ ...input, isConfirmed: confirmed });
        }
      }
    },
    [bookNow, walkInNow, moveNow],
  );
  const clear = () => {
    setWarnings([]);
    for (const command of [book, walkIn, move]) command.clearRefusal();
  };
  return {
    run,
    warnings,
    refusal: book.refusal ?? walkIn.refusal ?? move.refusal,
    isRunning: book.isRunning || walkIn.isRunning || move.isRunning,
    clear,
  };
}
