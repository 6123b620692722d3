// A whole number as people type it.

/** `12`, `+3`, `-4` or `−4` as a number; null for anything else. */
export function parseWhole(typed: string): number | null {
  const plain = typed.trim().replace('−', '-').replace(/^\+/, '');
  return /^-?\d{1,7}$/.test(plain) ? Number(plain) : null;
}
