// Carries a refusal through the query cache, which knows only thrown errors.
import type { Refusal } from '../../shared/errors.ts';

export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}
