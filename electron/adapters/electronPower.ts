// The computer's own locking and sleeping, passed on as a lock of every session.
import { powerMonitor } from 'electron';

/** Calls `lockAll` when the screen is locked, the computer sleeps or another person's desktop comes to the front.
 *  Source: 45 CFR 164.312(a)(2)(iii) Automatic logoff. */
export function watchPower(lockAll: () => void): void {
  powerMonitor.on('lock-screen', lockAll);
  powerMonitor.on('suspend', lockAll);
  powerMonitor.on('user-did-resign-active', lockAll);
}
