// Words that begin a sentence or a label.

/** `diagnosis codes` as `Diagnosis codes`. */
export function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
