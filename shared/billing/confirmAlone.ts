// When a person may do both halves of an act because nobody else could do the second (S2.36, C6, N8).

/** Nobody confirms alone within this time after another person could have approved. */
export const ALONE_BEFORE_MS = 7 * 86_400_000;

/** Another person who holds the approving right or has held it. */
export interface OtherHolder {
  readonly name: string;
  /** When they held it last; null: they hold it now. UTC epoch ms. */
  readonly heldUntilMs: number | null;
  /** Holds it and is kept out for now: a lock-out makes nobody else alone. */
  readonly isLockedOut: boolean;
}

/** Somebody who held the right until a moment, UTC epoch ms. */
export interface LastHolder {
  readonly name: string;
  readonly untilMs: number;
}

export interface AloneFacts {
  /** When the act was asked for, as it stands now. */
  readonly requestedAtMs: number;
  readonly nowMs: number;
  /** The practice's wait before confirming alone. */
  readonly delayMs: number;
  readonly others: readonly OtherHolder[];
}

export type AloneVerdict =
  /** Somebody else holds the right: the rule of two people counts. `names`: those who can use it now. */
  | { readonly kind: 'notAlone'; readonly names: readonly string[]; readonly lockedOutNames: readonly string[] }
  | {
      readonly kind: 'mustWait';
      readonly possibleAtMs: number;
      /** Who held the right so lately that the wait is longer for it. */
      readonly lately: LastHolder | null;
    }
  | { readonly kind: 'mayConfirm'; readonly possibleAtMs: number };

/** Whether whoever asked may confirm it alone at `nowMs`.
 *  INVARIANT: never while another person holds the right, nor before the wait has passed both since the request and since the end of
 *  the seven days after the last moment at which another person held it. So taking the right from a colleague helps nobody
 *  on the same day. The moment is rounded up to the whole minute, as it is shown.
 *  Source: NIST SP 800-53 AC-5; features.md C6, N8. */
export function judgeAlone({ requestedAtMs, nowMs, delayMs, others }: AloneFacts): AloneVerdict {
  const now = others.filter(({ heldUntilMs }) => heldUntilMs === null);
  if (now.length > 0) {
    const namesWhere = (wanted: boolean) =>
      now.filter(({ isLockedOut }) => isLockedOut === wanted).map(({ name }) => name);
    return { kind: 'notAlone', names: namesWhere(false), lockedOutNames: namesWhere(true) };
  }
  const last = lastOther(others);
  const aloneFromMs = last === null ? Number.NEGATIVE_INFINITY : last.untilMs + ALONE_BEFORE_MS;
  const possibleAtMs = wholeMinute(Math.max(requestedAtMs, aloneFromMs) + delayMs);
  if (nowMs >= possibleAtMs) return { kind: 'mayConfirm', possibleAtMs };
  return { kind: 'mustWait', possibleAtMs, lately: aloneFromMs > requestedAtMs ? last : null };
}

/** Whoever of those that hold the right no more held it last. */
export function lastOther(others: readonly OtherHolder[]): LastHolder | null {
  let last: LastHolder | null = null;
  for (const { name, heldUntilMs } of others)
    if (heldUntilMs !== null && (last === null || heldUntilMs > last.untilMs)) last = { name, untilMs: heldUntilMs };
  return last;
}

function wholeMinute(atMs: number): number {
  return Math.ceil(atMs / 60_000) * 60_000;
}
