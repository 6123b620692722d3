// What a change of rights would do to the expectations, asked before it is made, in the words of the call that makes it (P6).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { patient } from '../records/patient.ts';
import { EXAMPLE_ID, id, isoDate, version } from '../schemas.ts';
import { expectationEffect } from './expectation.ts';
import { roleProcedures } from './role.ts';
import { userProcedures } from './user.ts';
import { workstationProcedures } from './workstation.ts';

const shared = z.strictObject({ patientId: id, userId: id, validFrom: isoDate, validUntil: isoDate });
/** What ties a patient to people; all else stays as it is stored. */
const ties = z.strictObject({
  providerIds: patient.fields.providerIds.schema,
  locationId: patient.fields.locationId.schema,
  sensitivity: patient.fields.sensitivity.schema,
});
const WHY = { reason: true } as const;
const WHY_AND_PASSWORD = { reason: true, password: true } as const;

/** What is typed last, why and the password, is left out: it decides nothing about rights. */
const triedChange = z.discriminatedUnion('procedure', [
  tried('user.setSuperUser', userProcedures['user.setSuperUser'].input.omit(WHY_AND_PASSWORD)),
  tried('user.setAccessSecurity', userProcedures['user.setAccessSecurity'].input.omit(WHY_AND_PASSWORD)),
  tried('user.setPhiRestricted', userProcedures['user.setPhiRestricted'].input.omit(WHY)),
  tried('user.disable', userProcedures['user.disable'].input.omit(WHY)),
  tried('user.enable', userProcedures['user.enable'].input.omit(WHY)),
  tried('user.delete', userProcedures['user.delete'].input.omit(WHY)),
  tried('user.lockOut', userProcedures['user.lockOut'].input.omit(WHY)),
  tried('user.unlock', userProcedures['user.unlock'].input.omit(WHY)),
  tried('role.lockOut', roleProcedures['role.lockOut'].input.omit(WHY)),
  tried('role.unlock', roleProcedures['role.unlock'].input.omit(WHY)),
  tried('workstation.lockOut', workstationProcedures['workstation.lockOut'].input.omit(WHY)),
  tried('workstation.unlock', workstationProcedures['workstation.unlock'].input.omit(WHY)),
  tried('patient.update', z.strictObject({ id, version, fields: ties })),
  tried('patientGrant.create', z.strictObject({ fields: shared })),
]);

export const expectationPreviewProcedures = {
  /** Besides the right to read expectations it takes the right to make the change: what one may not do is not foreseen. */
  'expectation.preview': procedure({
    // It makes the change and takes it back, so it must be able to write.
    kind: 'command',
    access: permission('user:read'),
    input: z.strictObject({ change: triedChange }),
    /** Nothing where the change would be refused: making it says why. */
    output: z.strictObject(expectationEffect),
    audit: { event: 'rights_change_previewed', action: 'R', says: 'previewed what a change of rights would do' },
    example: { change: { procedure: 'user.disable', input: { userId: EXAMPLE_ID, version: 1 } } },
  }),
};

function tried<N extends string, I extends z.ZodType>(name: N, input: I) {
  return z.strictObject({ procedure: z.literal(name), input });
}
