// Shows what a query answers, keeps it fresh after commands, and hands refusals over as values.
import { keepPreviousData, useQuery as useCachedQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../shared/errors.ts';
import { call } from './client.ts';
import { RefusedError } from './RefusedError.ts';

export interface QueryResult<Value> {
  readonly value: Value | undefined;
  readonly refusal: Refusal | null;
  /** True until the first answer, not while a shown answer is renewed. */
  readonly isLoading: boolean;
  /** What is shown answers the previous input still. */
  readonly isPrevious: boolean;
  readonly reload: () => void;
}

export interface QueryOptions {
  readonly enabled?: boolean;
  /** Shows the answer to the previous input until the new one is there. */
  readonly keepPrevious?: boolean;
}

/** Asks `name` with `input` and asks again whenever the input changes or any command succeeded. */
export function useQuery<N extends ProcedureName>(
  name: N,
  input: CallInput<N>,
  options: QueryOptions = {},
): QueryResult<Output<N>> {
  const answer = useCachedQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: async () => {
      const reply = await call(name, input);
      if (!reply.ok) throw new RefusedError(reply.error);
      return reply.value;
    },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch } = answer;
  const reload = useCallback(() => void refetch(), [refetch]);
  return {
    value: answer.data as Output<N> | undefined,
    refusal: refusalOf(answer.error),
    isLoading: answer.isLoading,
    isPrevious: answer.isPlaceholderData,
    reload,
  };
}

function refusalOf(error: Error | null): Refusal | null {
  if (error === null) return null;
  if (error instanceof RefusedError) return error.refusal;
  return { code: 'INTERNAL', message: 'The program could not show this. Try again.' };
}
