// Claims as FHIR R4 Claim resources, both ways.
import { claim } from '../catalogue/records/claim.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { itemElements } from './claimItems.ts';
import { CLAIM_NUMBERS, CLAIM_TYPES, PRIORITIES } from './codes.ts';
import {
  Cells,
  extensionsOf,
  type FhirRecord,
  idsOf,
  type ReadResource,
  readExtensions,
  referenceTo,
  textOf,
} from './fhirRecord.ts';
import type { ClaimResource, Reference } from './resources.ts';

const TYPE = claim as unknown as RecordType;
/** Our states are finer than FHIR's, so they go by extension as well. */
const COVERED = ['patientId', 'providerId', 'payerId', 'serviceDate', 'diagnosisCodeIds'];
const STATES: Readonly<Record<string, string>> = { draft: 'draft', active: 'submitted', cancelled: 'closed' };

/** The resource of a claim with its charges. Diagnoses and procedures are named by their code. */
export function toClaim(record: FhirRecord): ClaimResource & Record<string, unknown> {
  const [patientId = ''] = idsOf(record, 'patientId');
  const [providerId = ''] = idsOf(record, 'providerId');
  const [payerId] = idsOf(record, 'payerId');
  const serviceDate = textOf(record, 'serviceDate');
  const claimNumber = textOf(record, 'claimNumber');
  const diagnosis = idsOf(record, 'diagnosisCodeIds').map((code, at) => ({
    sequence: at + 1,
    diagnosisCodeableConcept: { coding: [{ code }] },
  }));
  return {
    resourceType: 'Claim',
    id: record.id,
    extension: extensionsOf(TYPE, record, COVERED),
    ...(claimNumber === '' ? {} : { identifier: [{ system: CLAIM_NUMBERS, value: claimNumber }] }),
    status: textOf(record, 'status') === 'draft' ? 'draft' : 'active',
    type: { coding: [{ system: CLAIM_TYPES, code: 'professional' }] },
    use: 'claim',
    patient: referenceTo('patient', patientId),
    billablePeriod: { start: serviceDate },
    created: serviceDate,
    provider: referenceTo('provider', providerId),
    priority: { coding: [{ system: PRIORITIES, code: 'normal' }] },
    ...(payerId === undefined ? {} : { insurer: referenceTo('payer', payerId) }),
    insurance: [{ sequence: 1, focal: true, coverage: { display: payerId === undefined ? 'none' : 'of the insurer' } }],
    ...(diagnosis.length === 0 ? {} : { diagnosis }),
    ...itemElements(record.charges ?? [], providerId),
  };
}

/** The cells of a claim. */
export function readClaim(
  resource: ClaimResource,
  idIn: (reference: Reference | undefined, typeName: string, path: string) => string | undefined,
): ReadResource {
  const cells = new Cells();
  cells.add('patientId', 'patient', idIn(resource.patient, 'patient', 'patient'));
  cells.add('providerId', 'provider', idIn(resource.provider, 'provider', 'provider'));
  cells.add('payerId', 'insurer', resource.insurer && idIn(resource.insurer, 'payer', 'insurer'));
  const period = resource.billablePeriod?.start;
  cells.add('serviceDate', period === undefined ? 'created' : 'billablePeriod.start', period ?? resource.created);
  cells.add('status', 'status', STATES[resource.status] ?? resource.status);
  const codes = (resource.diagnosis ?? []).flatMap(
    ({ diagnosisCodeableConcept }) => diagnosisCodeableConcept?.coding?.[0]?.code ?? [],
  );
  cells.add('diagnosisCodeIds', 'diagnosis', codes.join(';'));
  readExtensions(TYPE, resource.extension, cells, (reference, typeName) => idIn(reference, typeName, 'extension'));
  return cells;
}
