// Booking and moving with a question in between: the first try asks for warnings, the second goes on in spite of them.
import { type ScheduleWarning, warningsIn } from '../../../shared/catalogue/procedures/appointment.ts';
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
  const refusal = book.refusal ?? walkIn.refusal ?? move.refusal;
  const warnings = warningsIn(refusal);
  const ask = ({ act, input }: BookingTry, isConfirmed: boolean) => {
    switch (act) {
      case 'book':
        return book.run({ ...input, isConfirmed });
      case 'walkIn':
        return walkIn.run({ ...input, isConfirmed });
      case 'move':
        return move.run({ ...input, isConfirmed });
    }
  };
  return {
    run: async (attempt, isConfirmed) => (await ask(attempt, isConfirmed)) !== null,
    warnings,
    refusal: warnings.length > 0 ? null : refusal,
    isRunning: book.isRunning || walkIn.isRunning || move.isRunning,
    clear: () => {
      for (const command of [book, walkIn, move]) command.clearRefusal();
    },
  };
}
