// What is read of the resources of HL7 FHIR R4; everything else they hold is left alone.
import { z } from 'zod';

const word = z.string().max(20_000);
const few = <T extends z.ZodType>(item: T) => z.array(item).max(200).optional();

export const reference = z.object({ reference: word.optional(), display: word.optional() });
const coding = z.object({ system: word.optional(), code: word.optional(), display: word.optional() });
const concept = z.object({ coding: few(coding), text: word.optional() });
const identifier = z.object({ system: word.optional(), value: word.optional(), type: concept.optional() });
const extension = z.object({
  url: word,
  valueString: word.optional(),
  valueReference: reference.optional(),
});
const humanName = z.object({
  use: word.optional(),
  text: word.optional(),
  family: word.optional(),
  given: few(word),
  suffix: few(word),
});
const contactPoint = z.object({ system: word.optional(), value: word.optional() });
const address = z.object({
  line: few(word),
  city: word.optional(),
  district: word.optional(),
  state: word.optional(),
  postalCode: word.optional(),
});
const base = {
  id: word.optional(),
  meta: z.object({ security: few(coding) }).optional(),
  identifier: few(identifier),
  extension: few(extension),
};
const person = {
  ...base,
  name: few(humanName),
  telecom: few(contactPoint),
  gender: word.optional(),
  address: few(address),
};

export const patientResource = z.object({
  resourceType: z.literal('Patient'),
  ...person,
  birthDate: word.optional(),
  deceasedDateTime: word.optional(),
  generalPractitioner: few(reference),
});

export const practitionerResource = z.object({
  resourceType: z.literal('Practitioner'),
  ...person,
  active: z.boolean().optional(),
  qualification: few(z.object({ code: concept })),
});

export const appointmentResource = z.object({
  resourceType: z.literal('Appointment'),
  ...base,
  status: word,
  start: word.optional(),
  end: word.optional(),
  description: word.optional(),
  reasonCode: few(concept),
  participant: few(z.object({ actor: reference.optional() })),
});

const money = z.object({ value: z.number().optional(), currency: word.optional() });
const sequence = z.int().min(1);
const claimItem = z.object({
  extension: few(extension),
  sequence,
  careTeamSequence: few(sequence),
  productOrService: concept,
  servicedDate: word.optional(),
  servicedPeriod: z.object({ start: word.optional() }).optional(),
  quantity: z.object({ value: z.number().optional() }).optional(),
  unitPrice: money.optional(),
  factor: z.number().optional(),
  net: money.optional(),
});

export const claimResource = z.object({
  resourceType: z.literal('Claim'),
  ...base,
  status: word,
  patient: reference,
  provider: reference,
  insurer: reference.optional(),
  created: word.optional(),
  billablePeriod: z.object({ start: word.optional() }).optional(),
  careTeam: few(z.object({ sequence, provider: reference })),
  diagnosis: few(z.object({ diagnosisCodeableConcept: concept.optional() })),
  item: z.array(claimItem).max(1000).optional(),
  total: money.optional(),
});

/** Only the frame of a bundle; each resource is looked at by itself. */
export const bundleFrame = z.object({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(z.object({ fullUrl: word.optional(), resource: z.looseObject({ resourceType: word }).optional() }))
    .optional(),
});

export type Reference = z.output<typeof reference>;
export type Identifier = z.output<typeof identifier>;
export type Extension = z.output<typeof extension>;
export type Person = z.output<typeof patientResource> | z.output<typeof practitionerResource>;
export type PatientResource = z.output<typeof patientResource>;
export type PractitionerResource = z.output<typeof practitionerResource>;
export type AppointmentResource = z.output<typeof appointmentResource>;
export type Money = z.output<typeof money>;
export type ClaimItem = z.output<typeof claimItem>;
export type ClaimResource = z.output<typeof claimResource>;
export type FhirResource = PatientResource | PractitionerResource | AppointmentResource | ClaimResource;
