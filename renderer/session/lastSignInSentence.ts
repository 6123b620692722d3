// Says when and where the person signed in before, so that a stranger's use of the login is noticed (S2.99).

export function lastSignInSentence({
  atMs,
  workstation,
}: {
  readonly atMs: number;
  readonly workstation: string;
}): string {
  return `Your last sign-in: ${lastSignInMoment(atMs)} at ${workstation}. If that was not you, tell a Super User.`;
}

/** Local day and minute. */
export function lastSignInMoment(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}
