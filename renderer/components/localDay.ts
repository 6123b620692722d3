// Today as a date input wants it.

/** The calendar day of `atMs` on this computer's clock, `YYYY-MM-DD`. */
export function localDay(atMs: number): string {
  const at = new Date(atMs);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
