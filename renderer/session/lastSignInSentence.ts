// Says when and where the person signed in before, so that a stranger's use of the login is noticed (S2.99).

export function lastSignInSentence({
  atMs,
  workstation,
}: {
  readonly atMs: number;
  readonly workstation: string;
}): string {
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
  return `Your last sign-in: ${when} at ${workstation}. If that was not you, tell a Super User.`;
}
