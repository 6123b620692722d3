// What can be asked of patients besides what every record type knows.
import { z } from 'zod';
import { ACCESS_KIND_IDS } from '../accessKinds.ts';
import { permission, procedure } from '../entry.ts';
import { EXAMPLE_ID, id, isoDate, reason, requiredText } from '../schemas.ts';

const aPatient = { kind: 'record', type: 'patient', idField: 'id' } as const;
/** Both days included, in the time of the practice. */
const period = z.strictObject({ id, fromDay: isoDate, toDay: isoDate });
const PERIOD = { id: EXAMPLE_ID, fromDay: '2025-11-22', toDay: '2026-11-22' };
/** Acts of one kind by one person on one day. */
const accessLine = z.strictObject({
  day: isoDate,
  /** Local times of the first and the last of them, `HH:MM`. */
  firstTime: z.string(),
  lastTime: z.string(),
  name: z.string(),
  /** As they were at that moment. */
  roles: z.array(z.string()),
  kind: z.enum(ACCESS_KIND_IDS),
  /** Completes the name. */
  says: z.string(),
  count: z.int(),
});

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
  'patient.printCopy': procedure({
    kind: 'query',
    access: permission('patient:printCopy'),
    input: z.strictObject({ id, purpose: reason }),
    output: z.strictObject({ recordCount: z.int() }),
    target: aPatient,
    audit: {
      event: 'patient_copy_printed',
      action: 'R',
      says: 'printed a copy of a patient record',
      dicomCode: '110106',
    },
    example: { id: EXAMPLE_ID, purpose: 'Copy for the patient' },
  }),
  'patient.findAccesses': procedure({
    kind: 'query',
    access: permission('patient:readAccesses'),
    input: period,
    output: z.strictObject({
      /** The newest first. */
      lines: z.array(accessLine),
      /** Lines beyond those sent. */
      moreLines: z.int(),
      actCount: z.int(),
      personCount: z.int(),
      counts: z.array(z.strictObject({ kind: z.enum(ACCESS_KIND_IDS), count: z.int() })),
      /** Tries that were refused and opened nothing. */
      refusedCount: z.int(),
      /** Lists, reports and files about many patients, of which the log does not say whether this one is among them. */
      listCount: z.int(),
      /** There are more acts than are read at once: the oldest are left out. */
      isCut: z.boolean(),
    }),
    target: aPatient,
    audit: { event: 'patient_accesses_viewed', action: 'R', says: 'looked at who opened a patient record' },
    example: PERIOD,
  }),
  'patient.printAccesses': procedure({
    kind: 'query',
    access: permission('patient:readAccesses'),
    input: period.extend({ purpose: reason }),
    output: z.strictObject({ lineCount: z.int() }),
    target: aPatient,
    audit: {
      event: 'patient_accesses_printed',
      action: 'R',
      says: 'printed who opened a patient record',
      dicomCode: '110106',
    },
    example: { ...PERIOD, purpose: 'Asked by the patient' },
  }),
};
