// What is typed in the patient form, and its way to and from the stored record.
import { z } from 'zod';
import { type Output, PROCEDURES } from '../../../shared/catalogue/procedures.ts';

export type Patient = Output<'patient.read'>;
export type PatientFields = Patient['fields'];

const values = z.strictObject({
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  birthDate: z.string(),
  deathDate: z.string(),
  gender: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  city: z.string(),
  state: z.string(),
  county: z.string(),
  zip: z.string(),
  providerIds: z.array(z.string()),
});
/** Every input as it stands in the form: an empty box is an empty text. */
export type PatientValues = z.output<typeof values>;

const draft = z.strictObject({ patientId: z.string(), version: z.int(), values });
/** Typed but unsaved work on one patient. */
export type PatientDraft = z.output<typeof draft>;

/** Reads a kept draft; null when it is not one of this screen. */
export function parsePatientDraft(content: unknown): PatientDraft | null {
  const parsed = draft.safeParse(content);
  return parsed.success ? parsed.data : null;
}

/** The rules of the catalogue for the fields of a patient. */
export const patientFieldsSchema = PROCEDURES['patient.update'].input.shape.fields;

/** The stored record as form values. */
export function valuesOfPatient({ fields, providers }: Patient): PatientValues {
  return {
    ...fields,
    deathDate: fields.deathDate ?? '',
    phone: fields.phone ?? '',
    email: fields.email ?? '',
    providerIds: providers.map(({ providerId }) => providerId),
  };
}

/** Form values as the record wants them: what may be missing and is empty becomes null. */
export function fieldsOfValues(values: PatientValues): PatientFields {
  const { providerIds: _, ...typed } = values;
  return {
    ...typed,
    deathDate: typed.deathDate === '' ? null : typed.deathDate,
    phone: typed.phone.trim() === '' ? null : typed.phone,
    email: typed.email.trim() === '' ? null : typed.email,
  };
}
