// Procedures of the computer a window stands on: who may sign in there.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { done, empty, lockOut, reason, timeMs } from '../schemas.ts';

export const workstationProcedures = {
  'workstation.read': procedure({
    kind: 'query',
    access: permission('setting:read'),
    input: empty,
    output: z.strictObject({
      workstation: z.string(),
      /** Lets Super Users alone sign in here; null when everybody may. */
      lockOut: z.union([z.null(), z.strictObject(lockOut)]),
    }),
    audit: { event: 'workstation_viewed', action: 'R', says: 'looked at whether this computer is locked out' },
    example: {},
  }),
  'workstation.lockOut': procedure({
    kind: 'command',
    access: permission('user:lockOut'),
    input: z.strictObject({ untilMs: timeMs, reason }),
    output: done,
    audit: { event: 'workstation_locked_out', action: 'U', says: 'locked a computer out', dicomCode: '110129' },
    example: { untilMs: null, reason: 'The computer was left open in the waiting room.' },
  }),
  'workstation.unlock': procedure({
    kind: 'command',
    access: permission('user:lockOut'),
    input: z.strictObject({ reason }),
    output: done,
    audit: {
      event: 'workstation_unlocked',
      action: 'U',
      says: 'ended the lock-out of a computer',
      dicomCode: '110129',
    },
    example: { reason: 'It stands behind the desk again.' },
  }),
};
