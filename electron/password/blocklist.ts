// The offline blocklist: passwords long enough for our rule that are still tried first.

/** Every blocked password of at least `minLength` characters, lower case; more than 100,000 entries.
 *  Lists of leaked passwords hold few that long, because people reach the length by stretching a short one. So the list
 *  is made from `common` (most used first): long ones as they are; the others doubled, tripled, or with one of the usual
 *  endings, wherever that reaches the length. Source: NIST SP 800-63B-4 3.1.1.2 (blocklist of common values). */
export function createBlocklist(common: readonly string[], minLength: number): ReadonlySet<string> {
  const blocked = new Set<string>();
  const add = (password: string) => {
    if (password.length >= minLength) blocked.add(password);
  };
  for (const word of common) {
    const folded = word.toLowerCase();
    add(folded);
    add(folded.repeat(2));
    add(folded.repeat(3));
    if (folded.length < 3) add(folded.repeat(Math.ceil(minLength / folded.length)));
    for (const ending of ENDINGS) {
      add(folded + ending);
      add(ending + folded);
    }
  }
  return blocked;
}

const ENDINGS = [
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
