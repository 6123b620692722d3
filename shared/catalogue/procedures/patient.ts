// Procedures of patients and their contact data; every one is limited by provider scope.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import {
  atMs,
  done,
  EXAMPLE_ID,
  id,
  isoDate,
  nullableText,
  page,
  reason,
  requiredText,
  search,
  text,
  version,
} from '../schemas.ts';

const fields = z.strictObject({
  lastName: requiredText(80),
  firstName: requiredText(80),
  middleName: text(80),
  birthDate: isoDate,
  deathDate: z.union([z.null(), isoDate]),
  gender: text(20),
  phone: nullableText(40),
  email: nullableText(200),
  address: text(200),
  city: text(80),
  state: text(40),
  county: text(80),
  zip: text(12),
});
const fieldsExample = {
  lastName: 'Mosciski',
  firstName: 'Maynard',
  middleName: '',
  birthDate: '2014-10-06',
  deathDate: null,
  gender: 'M',
  phone: null,
  email: null,
  address: '',
  city: 'Somerville',
  state: 'Massachusetts',
  county: '',
  zip: '02155',
};
export const PATIENT_SORTS = ['name', 'birthDate', 'recordNumber', 'city'] as const;

export const patientProcedures = {
  'patient.find': procedure({
    kind: 'query',
    access: permission('patient:read'),
    input: z.strictObject({ search, sort: z.enum(PATIENT_SORTS), isDescending: z.boolean(), ...page }),
    output: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          patientId: id,
          recordNumber: z.int(),
          lastName: z.string(),
          firstName: z.string(),
          birthDate: z.string(),
          gender: z.string(),
          city: z.string(),
          providerNames: z.array(z.string()),
        }),
      ),
    }),
    audit: { event: 'patients_listed', action: 'R', says: 'looked at the list of patients', dicomCode: '110112' },
    example: { search: '', sort: 'name', isDescending: false, offset: 0, limit: 50 },
  }),
  'patient.read': procedure({
    kind: 'query',
    access: permission('patient:read'),
    input: z.strictObject({ patientId: id }),
    output: z.strictObject({
      patientId: id,
      recordNumber: z.int(),
      version,
      externalId: z.union([z.null(), z.string()]),
      fields,
      /** The last four digits alone; the full number never leaves the main process. */
      ssnLastFour: z.union([z.null(), z.string()]),
      providers: z.array(z.strictObject({ providerId: id, name: z.string() })),
      createdAtMs: atMs,
      createdBy: z.string(),
      changedAtMs: atMs,
      changedBy: z.string(),
    }),
    target: { kind: 'patient', idField: 'patientId' },
    audit: { event: 'sensitive_read', action: 'R', says: 'opened a patient record', dicomCode: '110110' },
    example: { patientId: EXAMPLE_ID },
  }),
  'patient.findProviderChoices': procedure({
    kind: 'query',
    access: permission('patient:update'),
    input: z.strictObject({}),
    output: z.strictObject({
      providers: z.array(z.strictObject({ providerId: id, name: z.string(), specialty: z.string() })),
    }),
    audit: {
      event: 'provider_choices_listed',
      action: 'R',
      says: 'looked at the providers a patient can be assigned to',
    },
    example: {},
  }),
  'patient.update': procedure({
    kind: 'command',
    access: permission('patient:update'),
    input: z.strictObject({ patientId: id, version, fields, providerIds: z.array(id).max(50) }),
    output: z.strictObject({ version }),
    target: { kind: 'patient', idField: 'patientId' },
    audit: { event: 'patient_changed', action: 'U', says: 'changed a patient record', dicomCode: '110110' },
    example: { patientId: EXAMPLE_ID, version: 1, fields: fieldsExample, providerIds: [] },
  }),
  'patient.delete': procedure({
    kind: 'command',
    access: permission('patient:delete'),
    input: z.strictObject({ patientId: id, version, reason }),
    output: done,
    target: { kind: 'patient', idField: 'patientId' },
    audit: { event: 'patient_deleted', action: 'D', says: 'deleted a patient record', dicomCode: '110110' },
    example: { patientId: EXAMPLE_ID, version: 1, reason: 'Entered twice.' },
  }),
};
