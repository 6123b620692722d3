// ISO 8601 times with the offset of the practice's time zone, quick enough for a million rows.

const MINUTE_MS = 60_000;
// Offsets change at quarter hours at the finest, so one look-up serves a quarter of an hour.
const QUARTER_MS = 15 * MINUTE_MS;

/** Returns a function from UTC epoch ms to text such as `2026-11-22T03:04:05.678-05:00`.
 *  Throws RangeError for a time zone name that is not known. Independent of the computer's own zone and language. */
export function createLocalTime(timeZone: string): (atMs: number) => string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
  let quarter = Number.NaN;
  let offsetMs = 0;
  let offsetText = '';
  return (atMs) => {
    const wanted = Math.floor(atMs / QUARTER_MS);
    if (wanted !== quarter) {
      quarter = wanted;
      offsetText = offsetOf(parts, atMs);
      offsetMs = offsetInMs(offsetText);
    }
    return new Date(atMs + offsetMs).toISOString().replace('Z', offsetText);
  };
}

function offsetOf(format: Intl.DateTimeFormat, atMs: number): string {
  const name = format.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '').slice(0, 6);
}

function offsetInMs(text: string): number {
  const [hours = '0', minutes = '0'] = text.slice(1).split(':');
  const total = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return text.startsWith('-') ? -total : total;
}
