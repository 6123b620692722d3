// Whether a password is little more than words that anybody at the practice knows.

/** Whether at least half of the letters and digits of `password` come from `ownWords` (whole phrases or their single
 *  words of three characters or more), without regard to case, accents, spaces and signs. */
export function mostlyOwnWords(password: string, ownWords: readonly string[]): boolean {
  const folded = fold(password);
  if (folded.length === 0) return false;
  const words = ownWords
    .flatMap((phrase) => [phrase, ...phrase.split(/[^\p{L}\p{N}]+/u)])
    .map(fold)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  // Words are replaced by a mark, so that the letters around one cannot join to another.
  let rest = folded;
  for (const word of new Set(words)) rest = rest.replaceAll(word, ' ');
  return rest.replaceAll(' ', '').length * 2 <= folded.length;
}

const SHORTEST_WORD = 3;

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
