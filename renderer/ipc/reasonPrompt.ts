// The one question for a reason that may stand open: calls that need one wait for its answer (P7, S3.14).
import type { AccessReason } from '../../shared/catalogue/accessReasons.ts';
import type { ProcedureName } from '../../shared/catalogue/procedures.ts';

/** What was asked for; null: the person would rather not. */
export type ReasonAnswer = { readonly reason: AccessReason; readonly words: string } | null;

export interface OpenPrompt {
  readonly procedure: ProcedureName;
  readonly answer: (answer: ReasonAnswer) => void;
}

let open: OpenPrompt | null = null;
let answered: Promise<ReasonAnswer> | null = null;
const listeners = new Set<() => void>();

export const reasonPrompt = {
  current: () => open,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Asks, unless a question stands open already: then its answer serves as well, because a page asks for the parts of one
 *  record at once. `isNew` tells which it was. */
export function askReason(procedure: ProcedureName): {
  readonly isNew: boolean;
  readonly answer: Promise<ReasonAnswer>;
} {
  if (answered !== null) return { isNew: false, answer: answered };
  answered = new Promise((resolve) => {
    open = {
      procedure,
      answer: (answer) => {
        open = null;
        answered = null;
        tellAll();
        resolve(answer);
      },
    };
  });
  tellAll();
  return { isNew: true, answer: answered };
}

function tellAll(): void {
  for (const listener of listeners) listener();
}
