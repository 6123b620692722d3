// The offline blocklist: passwords long enough for our rule that are still tried first.

export interface Blocklist {
  /** Whether the password is blocked, without regard to case. */
  has(password: string): boolean;
}

/** The blocklist made from `common`, a list of leaked passwords.
 *  Such lists hold few passwords of 15 characters or more, because people reach that length by stretching a short one.
 *  So it blocks the listed ones, a listed one written twice or more often, and a listed one with one of the usual
 *  endings or beginnings: more than 600,000 passwords of 15 characters or more, worked out instead of kept in memory.
 *  Source: NIST SP 800-63B-4 3.1.1.2 (blocklist of common values). */
export function createBlocklist(common: readonly string[]): Blocklist {
  const listed = new Set(common.map((password) => password.toLowerCase()));
  return {
    has(password) {
      const folded = password.toLowerCase();
      return listed.has(folded) || isRepeated(folded, listed) || isStretched(folded, listed);
    },
  };
}

const USUAL_ENDINGS = [
  '1234567',
  '12345678',
  '123456789',
  '1234567890',
  '123123123',
  'qwerty',
  'qwerty123',
  'password',
  'password1',
];

function isRepeated(text: string, listed: ReadonlySet<string>): boolean {
  for (let length = 1; length * 2 <= text.length; length += 1) {
    const part = text.slice(0, length);
    if (text.length % length === 0 && listed.has(part) && part.repeat(text.length / length) === text) return true;
  }
  return false;
}

function isStretched(text: string, listed: ReadonlySet<string>): boolean {
  return USUAL_ENDINGS.some(
    (ending) =>
      (text.endsWith(ending) && listed.has(text.slice(0, -ending.length))) ||
      (text.startsWith(ending) && listed.has(text.slice(ending.length))),
  );
}
