// Providers as FHIR R4 Practitioner resources, both ways.
import { provider } from '../catalogue/records/provider.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { US_NPI } from './codes.ts';
import {
  Cells,
  extensionsOf,
  type FhirRecord,
  identifierOf,
  type ReadResource,
  readExtensions,
  textOf,
} from './fhirRecord.ts';
import { hasGenderCode, PERSON_FIELDS, personElements, readPerson } from './personElements.ts';
import type { PractitionerResource, Reference } from './resources.ts';

const TYPE = provider as unknown as RecordType;
const COVERED = [...PERSON_FIELDS, 'credentials', 'npi', 'specialty', 'isActive'];

/** The resource of a provider. */
export function toPractitioner(record: FhirRecord): PractitionerResource {
  const extension = extensionsOf(TYPE, record, [...COVERED, ...(hasGenderCode(record) ? ['gender'] : [])]);
  const [npi, specialty] = [textOf(record, 'npi'), textOf(record, 'specialty')];
  return {
    resourceType: 'Practitioner',
    id: record.id,
    ...(extension.length === 0 ? {} : { extension }),
    ...(npi === '' ? {} : { identifier: [{ system: US_NPI, value: npi }] }),
    active: record.values.isActive !== false,
    ...personElements(record),
    ...(specialty === '' ? {} : { qualification: [{ code: { text: specialty } }] }),
  };
}

/** The cells of a provider. */
export function readPractitioner(
  resource: PractitionerResource,
  idIn: (reference: Reference | undefined, typeName: string, path: string) => string | undefined,
): ReadResource {
  const cells = new Cells();
  readPerson(resource, cells);
  cells.add('npi', 'identifier', identifierOf(resource.identifier, US_NPI));
  cells.add('isActive', 'active', resource.active === false ? 'no' : 'yes');
  const code = resource.qualification?.[0]?.code;
  cells.add('specialty', 'qualification[0].code', code?.text ?? code?.coding?.[0]?.display);
  readExtensions(TYPE, resource.extension, cells, (reference, typeName) => idIn(reference, typeName, 'extension'));
  return cells;
}
