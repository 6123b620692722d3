// Runs a command: knows whether it runs, keeps its refusal, and asks everything shown anew after success.
import { useCallback, useState } from 'react';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../shared/errors.ts';
import { notify } from '../components/notify.ts';
import { call } from './client.ts';
import { leadBackWhenSignedOut, queryClient } from './queryClient.ts';

export interface Command<N extends ProcedureName> {
  /** Resolves to null when refused; the refusal then stands in `refusal`. */
  readonly run: (input: CallInput<N>) => Promise<Output<N> | null>;
  readonly refusal: Refusal | null;
  readonly clearRefusal: () => void;
  readonly isRunning: boolean;
}

/** The command `name`. `refreshes: false` leaves shown answers as they are; `tells: true` says a refusal as a notice, for
 *  a button that has no page around it to show it. */
export function useCommand<N extends ProcedureName>(
  name: N,
  options: { readonly refreshes?: boolean; readonly tells?: boolean } = {},
): Command<N> {
  const { refreshes = true, tells = false } = options;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const run = useCallback(
    async (input: CallInput<N>): Promise<Output<N> | null> => {
      setIsRunning(true);
      setRefusal(null);
      const reply = await call(name, input);
      setIsRunning(false);
      if (!reply.ok) {
        setRefusal(reply.error);
        if (tells) notify.trouble(reply.error.message);
        leadBackWhenSignedOut(reply.error);
        return null;
      }
      if (refreshes) void queryClient.invalidateQueries();
      return reply.value;
    },
    [name, refreshes, tells],
  );
  const clearRefusal = useCallback(() => setRefusal(null), []);
  return { run, refusal, clearRefusal, isRunning };
}
