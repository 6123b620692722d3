// Whether a name or login looks like one that several people use.

/** Words that name a place, a job or nobody, never one person. */
const PLACE_OR_JOB = new Set(
  (
    'admin administrator assistant backup billing checkin clinic computer default demo desk doctor everyone exam front ' +
    'frontdesk guest intern lab laptop manager medical nurse nurses office operator pc practice provider reception ' +
    'receptionist room scheduler scheduling shared staff station super supervisor team temp temporary test tester ' +
    'training user users workstation'
  ).split(' '),
);

/** Whether every word of `name` names a place, a job or a number, as in "Front Desk" or "Nurse 2".
 *  Advice for a warning, never a check: real people are called Frank Desk. `Desk, Front` and `front_desk1` count as well.
 *  Source: 45 CFR 164.312(a)(2)(i) Unique user identification. */
export function looksShared(name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => PLACE_OR_JOB.has(word));
}
