// Worked time as people read it.

const MINUTE_MS = 60_000;

/** `7:45` for seven hours and three quarters; started minutes do not count. */
export function showHours(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
