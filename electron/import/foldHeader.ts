// Names of columns and words of choices, compared without regard to how they are written.

/** A name reduced to lower-case letters and digits, so that `Birth Date` and `BIRTH_DATE` are one. */
export function foldHeader(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
