// The five changes of an appointment's state behind one function.
import type { Refusal } from '../../../shared/errors.ts';
import type { StatusAct } from '../../../shared/schedule/appointmentStatus.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export interface StatusActs {
  /** Resolves to true when it is done; `refusal` says why not. */
  readonly run: (
    act: StatusAct,
    input: { readonly id: string; readonly version: number; readonly reason: string },
  ) => Promise<boolean>;
  readonly refusal: Refusal | null;
  readonly isRunning: boolean;
  readonly clear: () => void;
}

export function useStatusActs(): StatusActs {
  const commands = {
    checkIn: useCommand('appointment.checkIn'),
    complete: useCommand('appointment.complete'),
    markNoShow: useCommand('appointment.markNoShow'),
    cancel: useCommand('appointment.cancel'),
    restore: useCommand('appointment.restore'),
  } as const satisfies Record<StatusAct, unknown>;
  const all = Object.values(commands);
  return {
    run: async (act, input) => (await commands[act].run(input)) !== null,
    refusal: all.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    isRunning: all.some(({ isRunning }) => isRunning),
    clear: () => {
      for (const command of all) command.clearRefusal();
    },
  };
}
