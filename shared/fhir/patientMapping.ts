// Patients as FHIR R4 Patient resources, both ways.
import { patient } from '../catalogue/records/patient.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { CONFIDENTIALITY, IDENTIFIER_TYPES, US_SSN } from './codes.ts';
import {
  Cells,
  extensionsOf,
  type FhirRecord,
  identifierOf,
  idsOf,
  type ReadResource,
  readExtensions,
  referenceTo,
  textOf,
} from './fhirRecord.ts';
import { hasGenderCode, PERSON_FIELDS, personElements, readPerson } from './personElements.ts';
import type { Identifier, PatientResource, Reference } from './resources.ts';

const TYPE = patient as unknown as RecordType;
const COVERED = [...PERSON_FIELDS, 'birthDate', 'deathDate', 'ssn', 'memberNumber', 'providerIds', 'sensitivity'];

/** The resource of a patient. */
export function toPatient(record: FhirRecord): PatientResource {
  const identifier = identifiersOf(record);
  const extension = extensionsOf(TYPE, record, [...COVERED, ...(hasGenderCode(record) ? ['gender'] : [])]);
  const deathDate = textOf(record, 'deathDate');
  const practitioners = idsOf(record, 'providerIds').map((id) => referenceTo('provider', id));
  const isConfidential = textOf(record, 'sensitivity') === 'confidential';
  return {
    resourceType: 'Patient',
    id: record.id,
    ...(isConfidential ? { meta: { security: [{ system: CONFIDENTIALITY, code: 'R' }] } } : {}),
    ...(extension.length === 0 ? {} : { extension }),
    ...(identifier.length === 0 ? {} : { identifier }),
    ...personElements(record),
    birthDate: textOf(record, 'birthDate'),
    ...(deathDate === '' ? {} : { deceasedDateTime: deathDate }),
    ...(practitioners.length === 0 ? {} : { generalPractitioner: practitioners }),
  };
}

/** The cells of a patient. `idIn` turns a reference into the id of a resource of the wanted type, or notes it as wrong. */
export function readPatient(
  resource: PatientResource,
  idIn: (reference: Reference | undefined, typeName: string, path: string) => string | undefined,
): ReadResource {
  const cells = new Cells();
  readPerson(resource, cells);
  cells.add('birthDate', 'birthDate', resource.birthDate);
  cells.add('deathDate', 'deceasedDateTime', resource.deceasedDateTime?.slice(0, 10));
  cells.add('ssn', 'identifier', identifierOf(resource.identifier, US_SSN));
  cells.add('memberNumber', 'identifier', resource.identifier?.find(isMemberNumber)?.value);
  const codes = resource.meta?.security?.filter(({ system }) => system === CONFIDENTIALITY) ?? [];
  const isConfidential = codes.some(({ code }) => code === 'R' || code === 'V');
  cells.add('sensitivity', 'meta.security', isConfidential ? 'confidential' : 'normal');
  const named = (resource.generalPractitioner ?? []).flatMap((reference, at) => {
    const id = idIn(reference, 'provider', `generalPractitioner[${at}]`);
    return id === undefined ? [] : [id];
  });
  cells.add('providerIds', 'generalPractitioner', named.join(';'));
  readExtensions(TYPE, resource.extension, cells, (reference, typeName) => idIn(reference, typeName, 'extension'));
  return cells;
}

function identifiersOf(record: FhirRecord): Identifier[] {
  const [ssn, memberNumber] = [textOf(record, 'ssn'), textOf(record, 'memberNumber')];
  return [
    ...(ssn === '' ? [] : [{ system: US_SSN, value: ssn }]),
    ...(memberNumber === ''
      ? []
      : [{ type: { coding: [{ system: IDENTIFIER_TYPES, code: 'MB' }] }, value: memberNumber }]),
  ];
}

function isMemberNumber({ type }: Identifier): boolean {
  return type?.coding?.some(({ system, code }) => system === IDENTIFIER_TYPES && code === 'MB') === true;
}
