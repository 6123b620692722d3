// The times at which a new appointment fits.
import { type Span, withoutSpans } from './spans.ts';

/** Starts `stepMs` apart, counted from the beginning of each free stretch, whose `lengthMs` lies in `open` and in none
 *  of `busy`. All units are UTC epoch milliseconds; at most `most` slots, earliest first, none before `notBeforeMs`. */
export function freeSlots(
  open: readonly Span[],
  busy: readonly Span[],
  rules: { readonly lengthMs: number; readonly stepMs: number; readonly notBeforeMs: number; readonly most: number },
): readonly Span[] {
  const { lengthMs, stepMs, notBeforeMs, most } = rules;
  const slots: Span[] = [];
  for (const { from, to } of withoutSpans(open, busy))
    for (let startMs = from; startMs + lengthMs <= to && slots.length < most; startMs += stepMs)
      if (startMs >= notBeforeMs) slots.push({ from: startMs, to: startMs + lengthMs });
  return slots;
}
