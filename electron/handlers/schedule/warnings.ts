// What speaks against a time without forbidding it: the person is told and decides.
import { readPractice } from '../../../db/repositories/practice.ts';
import { breaksOf, collisions, hoursOf, type Range } from '../../../db/repositories/schedule.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import type { ScheduleWarning } from '../../../shared/catalogue/procedures/appointment.ts';
import { breaksOn, hoursOn, timeOf } from '../../../shared/schedule/openTimes.ts';
import { covers, overlaps } from '../../../shared/schedule/spans.ts';
import { localOf, MINUTE_MS } from '../../../shared/schedule/zonedTime.ts';
import type { RuledCall } from '../records/recordRules.ts';

export interface Proposal {
  /** The appointment that is moved; null for a new one. */
  readonly id: string | null;
  readonly patientId: string;
  readonly providerId: string;
  readonly locationId: string | null;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly happensTwice: boolean;
}

/** Every warning about the proposal, the gravest first. Only what the caller may see is spoken of. */
export function findWarnings(tx: ReadTx, { scope, nowMs }: RuledCall, proposal: Proposal): ScheduleWarning[] {
  const { timeZone } = readPractice(tx);
  const { startsAtMs, endsAtMs, providerId, patientId } = proposal;
  const range: Range = { fromMs: startsAtMs, toMs: endsAtMs };
  const clock = (atMs: number) => timeOf(localOf(atMs, timeZone).minute);
  const times = (list: readonly { startsAtMs: number; endsAtMs: number }[]) =>
    list.map((one) => `${clock(one.startsAtMs)} to ${clock(one.endsAtMs)}`).join(', ');
  const warnings: ScheduleWarning[] = [];

  const ofProvider = collisions(tx, scope, { providerId }, range, proposal.id);
  if (ofProvider.length > 0)
    warnings.push({
      kind: 'doubleBooked',
      says: `The provider already has ${ofProvider.length === 1 ? 'an appointment' : `${ofProvider.length} appointments`} then: ${times(ofProvider)}.`,
    });
  const ofPatient = collisions(tx, scope, { patientId }, range, proposal.id);
  if (ofPatient.length > ofProvider.length || (ofPatient.length > 0 && ofProvider.length === 0))
    warnings.push({
      kind: 'patientBusy',
      says: `The patient already has an appointment then: ${times(ofPatient)}.`,
    });
  warnings.push(...hoursWarnings(tx, proposal, timeZone));
  if (endsAtMs <= nowMs) warnings.push({ kind: 'inPast', says: 'This time is already over.' });
  if (proposal.happensTwice)
    warnings.push({
      kind: 'happensTwice',
      says: 'The clocks go back that night, so this time comes twice. Look whether the first or the second is chosen.',
    });
  return warnings;
}

function hoursWarnings(tx: ReadTx, proposal: Proposal, zone: string): ScheduleWarning[] {
  const { providerId, locationId, startsAtMs, endsAtMs } = proposal;
  const start = localOf(startsAtMs, zone);
  const span = { from: start.minute, to: start.minute + (endsAtMs - startsAtMs) / MINUTE_MS };
  const away = breaksOf(tx, [providerId], start.day, start.day).filter((one) =>
    breaksOn([one], start.day).some((minutes) => overlaps(minutes, span)),
  );
  if (away.length > 0) {
    const notes = away.flatMap(({ note }) => (note === '' ? [] : [note]));
    return [
      { kind: 'inBreak', says: `The provider is away then${notes.length === 0 ? '' : ` (${notes.join(', ')})`}.` },
    ];
  }
  const hours = hoursOf(tx, [providerId]);
  // Where nobody has entered hours, nothing is known to be outside them.
  if (hours.length === 0) return [];
  const open = hoursOn(hours, start.day, locationId);
  if (covers(open, span)) return [];
  const worksThen = open.map(({ from, to }) => `${timeOf(from)} to ${timeOf(to)}`).join(', ');
  return [
    {
      kind: 'outsideHours',
      says:
        worksThen === ''
          ? `The provider does not work on that day${locationId === null ? '' : ' at this location'}.`
          : `This is outside the working hours of that day: ${worksThen}.`,
    },
  ];
}
