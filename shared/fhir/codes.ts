// The systems and words of HL7 FHIR R4 that stand for ours.

export const US_SSN = 'http://hl7.org/fhir/sid/us-ssn';
export const US_NPI = 'http://hl7.org/fhir/sid/us-npi';
export const IDENTIFIER_TYPES = 'http://terminology.hl7.org/CodeSystem/v2-0203';
export const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
export const CLAIM_TYPES = 'http://terminology.hl7.org/CodeSystem/claim-type';
export const PRIORITIES = 'http://terminology.hl7.org/CodeSystem/processpriority';
export const CLAIM_NUMBERS = 'urn:keyward:claim-number';

/** The resource that stands for each of our record types; those that come and go in bundles first. */
export const RESOURCE_TYPES = {
  provider: 'Practitioner',
  patient: 'Patient',
  appointment: 'Appointment',
  claim: 'Claim',
  location: 'Location',
  payer: 'Organization',
} as const;

/** The record types that bundles carry, in the order in which one may name the other. */
export const FHIR_KINDS = ['provider', 'patient', 'appointment', 'claim'] as const;
export type FhirKind = (typeof FHIR_KINDS)[number];

/** Ours to FHIR's. Source: HL7 FHIR R4 value set administrative-gender. */
export const GENDER_CODES: Readonly<Record<string, string>> = { F: 'female', M: 'male', X: 'other' };

/** Ours to FHIR's. Source: HL7 FHIR R4 value set appointmentstatus. */
export const APPOINTMENT_CODES: Readonly<Record<string, string>> = {
  booked: 'booked',
  arrived: 'arrived',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  noShow: 'noshow',
};

/** FHIR's further words for our states of an appointment. */
export const MORE_APPOINTMENT_CODES: Readonly<Record<string, string>> = {
  proposed: 'booked',
  pending: 'booked',
  'checked-in': 'arrived',
};

/** FHIR's code for one of our words, or undefined; a word that every object inherits, such as `valueOf`, has none. */
export function fhirCode(codes: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(codes, word) ? codes[word] : undefined;
}

/** Our word for one of FHIR's, or the word itself where there is none, so that the check names it. */
export function ourWord(codes: Readonly<Record<string, string>>, code: string): string {
  return Object.keys(codes).find((word) => codes[word] === code) ?? code;
}
