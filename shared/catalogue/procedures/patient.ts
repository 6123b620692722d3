// What can be asked of patients besides what every record type knows.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { id, isoDate, requiredText } from '../schemas.ts';

export const patientProcedures = {
  'patient.findSimilar': procedure({
    kind: 'query',
    access: permission('patient:create'),
    input: z.strictObject({ lastName: requiredText(80), firstName: requiredText(80), birthDate: isoDate }),
    output: z.strictObject({
      similar: z.array(
        z.strictObject({
          id,
          recordNumber: z.int(),
          lastName: z.string(),
          firstName: z.string(),
          birthDate: z.string(),
          city: z.string(),
        }),
      ),
    }),
    audit: {
      event: 'patient_compared',
      action: 'R',
      says: 'looked whether a new patient is here already',
      dicomCode: '110112',
    },
    example: { lastName: 'Mosciski', firstName: 'Maynard', birthDate: '2014-10-06' },
  }),
};
