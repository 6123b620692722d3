// The rows of the access matrix for the acts on appointments and the views of the schedule.
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import type { AccessWorld } from '../../support/accessWorld.ts';
import type { PermittedAnswer } from './permittedAnswers.ts';

const STALE = 9_999;

/** The practice stays as it is: doubtful times wait for a confirmation, and changes aim at an older state. */
export function scheduleAnswers(world: AccessWorld): Readonly<Record<string, PermittedAnswer>> {
  const { id = '', fields = {} } = world.records.get('appointment') ?? {};
  const { startsAtMs: _from, endsAtMs: _to, patientId: _patient, ...place } = fields;
  const view = { ...PROCEDURES['schedule.read'].example, providerIds: [world.providerId.own] };
  const at = { day: '2026-11-23', time: '10:00', lengthMinutes: 30, isSecondHour: false, isConfirmed: false };
  const added = { patientId: world.patientId.own, ...place };
  const ofOther: Pick<PermittedAnswer, 'outside'> = { outside: { whoIs: 'other', answer: 'NOT_FOUND' } };
  const leaving: Pick<PermittedAnswer, 'outside'> = { outside: { whoIs: 'other', answer: 'CONSTRAINT_VIOLATED' } };
  const aimed = (input: object): PermittedAnswer => ({
    input: { id, version: STALE, ...input },
    answer: 'CONFLICT',
    isAimed: true,
    ...ofOther,
  });
  const act = aimed({ reason: 'Asked by the owner.' });
  return {
    'schedule.read': { input: view, answer: 'ok' },
    'schedule.print': { input: view, answer: 'ok' },
    'schedule.findFreeSlots': {
      input: { ...PROCEDURES['schedule.findFreeSlots'].example, providerId: world.providerId.own },
      answer: 'ok',
      ...ofOther,
    },
    'appointment.book': { input: { fields: added, ...at }, answer: 'CONSTRAINT_VIOLATED', ...leaving },
    'appointment.walkIn': {
      input: { fields: added, lengthMinutes: 15, isConfirmed: false },
      answer: 'CONSTRAINT_VIOLATED',
      ...leaving,
    },
    'appointment.reschedule': aimed({ fields: place, ...at }),
    'appointment.checkIn': act,
    'appointment.complete': act,
    'appointment.markNoShow': act,
    'appointment.cancel': act,
    'appointment.restore': act,
  };
}
