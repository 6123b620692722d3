// How an answer says of which moment it is (N7).
import { showTime } from '../showTime.ts';

/** Said beside every answer about the past, so that nobody reads it as today's. */
export function asOfWords(asOfMs: number): string {
  return `As of ${showTime(asOfMs)}: roles, ticks, flags, lock-outs, limits and a patient’s providers, location and label as they stood then; other fields of a record as they are now.`;
}
