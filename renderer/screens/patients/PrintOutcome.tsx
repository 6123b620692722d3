// Whether a page went to the printer, in large letters and said aloud; or what to do now (S1.23).
import type { Refusal } from '../../../shared/errors.ts';
import classes from './OwnRecord.module.css';

interface PrintOutcomeProps {
  readonly refusal: Refusal | null;
  readonly said: string | null;
}

/** Names no right and no colleague, as the office's own refusals do: a patient can act on neither. */
export function PrintOutcome({ refusal, said }: PrintOutcomeProps) {
  if (refusal !== null)
    return (
      <p className={classes.said} role="alert">
        {refusal.message}
      </p>
    );
  return <div role="status">{said === null ? null : <p className={classes.said}>{said}</p>}</div>;
}
