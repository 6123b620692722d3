// Events of the log that no procedure carries, and the one place that puts any event into words.
import { isProcedureName, PROCEDURES } from './procedures.ts';

/** Completes "Ortiz, Lena …", or stands alone when nobody was signed in. */
export const OWN_EVENTS: Readonly<Record<string, string>> = {
  authn_login_fail: 'tried to sign in and was refused',
  authn_login_lock: 'was locked out after too many wrong passwords',
  authn_recovery_fail: 'typed a wrong recovery code',
  session_idle_locked: 'left the screen alone until it locked itself',
  session_os_locked: 'locked the computer, and with it the screen',
  session_expired: 'was signed out because the session had lasted too long',
  session_closed: 'closed the window and was signed out',
  denial_burst: 'was refused again and again for want of rights',
  session_ended_by_sensor: 'was signed out after suspicious calls',
  import_check_finished: 'finished checking an import; nothing was saved yet',
  audit_verified: 'finished verifying the activity log',
  audit_export_finished: 'finished writing an export of the activity log',
  integrity_alarm: 'raised an alarm: a check of the log or the file failed',
  clock_regression: 'noticed that the clock of this computer went back',
  gate_missing: 'noticed that the table of sign-in tries is missing',
  gate_damaged: 'noticed that the table of sign-in tries is damaged',
  gate_older: 'noticed that the table of sign-in tries was replaced by an older one',
  unknown_call: 'refused a call that does not exist',
  invalid_input: 'refused a call with malformed input',
  too_large: 'refused a call that was too large',
  wrong_sender: 'refused a call from a foreign page',
  key_rotated: 'gave the practice file a new key',
  computer_reenrolled: 'accepted this computer anew',
  role_change_proposed: 'asked for a change of a role, which waits for a second person',
  rights_change_proposed: 'asked for a change of a person’s rights, which waits for a second person',
  role_change_applied: 'put a change of a role into force on its day',
  role_change_dropped: 'dropped a change of a role, because whoever planned it may not make it any more',
  expectation_broken: 'found that rights no longer are as expected',
  expectation_held: 'found that rights are as expected again',
  started: 'was started',
  stopped: 'was closed',
};

/** What `event` of `procedure` says; an event of another version is shown by its own word. */
export function saysOf(procedure: string, event: string): string {
  const own = isProcedureName(procedure) ? PROCEDURES[procedure].audit : null;
  if (own !== null && 'event' in own && own.event === event) return own.says;
  return saysOfEvent(event);
}

/** What `event` says whichever procedure carried it: the first in the catalogue, else the program's own events. */
export function saysOfEvent(event: string): string {
  if (Object.hasOwn(OWN_EVENTS, event)) return OWN_EVENTS[event] ?? event;
  const found = Object.values(PROCEDURES).find(({ audit }) => 'event' in audit && audit.event === event);
  return found !== undefined && 'says' in found.audit ? found.audit.says : event;
}
