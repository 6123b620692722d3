// How long a patient is shared unless somebody chooses otherwise.
import { addDays } from '../../../shared/schedule/days.ts';

const SHARED_DAYS = 30;

/** First and last day of a new share, from today on (`YYYY-MM-DD`). */
export function shareDays(today: string): { readonly validFrom: string; readonly validUntil: string } {
  return { validFrom: today, validUntil: addDays(today, SHARED_DAYS) };
}
