// The cache of answers; asks again after every command, and drops everything when the person at the desk changes.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { Refusal } from '../../shared/errors.ts';
import { RefusedError } from './RefusedError.ts';

export const STATE_KEY = ['session.readState', {}] as const;

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without 'always' the library pauses when the system says it is offline, and this program always is (P16).
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 0 },
    mutations: { networkMode: 'always', retry: false },
  },
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof RefusedError) leadBackWhenSignedOut(error.refusal);
    },
  }),
});

/** A call without a session asks who is signed in, which shows the sign-in page. */
export function leadBackWhenSignedOut(refusal: Refusal): void {
  if (refusal.code === 'UNAUTHENTICATED' || refusal.code === 'SESSION_LOCKED')
    void queryClient.invalidateQueries({ queryKey: STATE_KEY });
}

/** Everything but the state of the session itself goes. */
export function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== STATE_KEY[0] });
}
