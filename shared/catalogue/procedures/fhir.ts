// Saving records as a bundle of HL7 FHIR R4.
import { z } from 'zod';
import { FHIR_KINDS } from '../../fhir/codes.ts';
import { permission, procedure } from '../entry.ts';
import { reason } from '../schemas.ts';

export const fhirProcedures = {
  /** Patients stand behind every other resource, so this needs the right to export them and that of each other area. */
  'fhir.export': procedure({
    kind: 'command',
    access: permission('patient:export'),
    input: z.strictObject({ kinds: z.array(z.enum(FHIR_KINDS)).min(1).max(FHIR_KINDS.length), purpose: reason }),
    output: z.union([
      z.strictObject({ isSaved: z.literal(false) }),
      z.strictObject({
        isSaved: z.literal(true),
        fileName: z.string(),
        counts: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
      }),
    ]),
    audit: { event: 'fhir_exported', action: 'R', says: 'saved records as a FHIR bundle', dicomCode: '110106' },
    example: { kinds: ['provider', 'patient'], purpose: 'Asked by the owner.' },
  }),
};
