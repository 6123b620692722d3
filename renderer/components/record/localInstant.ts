// Points in time as the computer's clock shows them, for inputs of date and time.

/** `2026-11-22T08:30` on this computer's clock, with what lies beyond the minute where there is any: a time that
 *  nobody touched must come back as it was. */
export function localOfInstant(atMs: number): string {
  const at = new Date(atMs);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const beyondMs = at.getSeconds() * 1_000 + at.getMilliseconds();
  const beyond = beyondMs === 0 ? '' : `:${(beyondMs / 1_000).toFixed(3).padStart(6, '0')}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${beyond}`;
}

/** The epoch milliseconds of a local date and time, or null when there is none: not a date, or an hour the clock skips. */
export function instantOfLocal(local: string): number | null {
  const atMs = new Date(local).getTime();
  if (Number.isNaN(atMs)) return null;
  return localOfInstant(atMs).slice(0, 16) === local.slice(0, 16) ? atMs : null;
}
