// The decision behind an entry, in words.
import { DENY_REASONS } from '../../../shared/authorization/decide.ts';
import type { LogEntry } from '../../../shared/catalogue/logSentence.ts';
import { DENIALS } from '../../components/denialWords.ts';

/** One sentence for every outcome; a reason that is no word of the judge is shown as it was recorded. */
export function decisionOf({ outcome, reason }: LogEntry): string {
  const known = DENY_REASONS.find((word) => word === reason);
  if (known !== undefined) return DENIALS[known];
  const recorded = reason === null ? '' : `: ${reason}`;
  switch (outcome) {
    case 'succeeded':
      return reason === null ? 'Permitted and done.' : `Permitted and done${recorded}`;
    case 'denied':
      return `Denied${recorded}`;
    case 'refused':
      return `Permitted, but not possible${recorded}`;
    case 'failed':
      return `Nothing was changed; the program failed${recorded}`;
  }
}
