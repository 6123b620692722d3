// Who sat here last, kept across the page reload of a lock so that the same person can unlock. Ends with the program.

const KEY = 'keyward.seat';

export interface Seat {
  readonly name: string;
  readonly loginId: string;
}

export function readSeat(): Seat | null {
  const stored = window.sessionStorage.getItem(KEY);
  if (stored === null) return null;
  const [loginId, name] = stored.split('\n');
  return loginId && name ? { loginId, name } : null;
}

export function keepSeat(seat: Seat): void {
  window.sessionStorage.setItem(KEY, `${seat.loginId}\n${seat.name}`);
}

export function clearSeat(): void {
  window.sessionStorage.removeItem(KEY);
}
