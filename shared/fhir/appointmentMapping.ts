// Appointments as FHIR R4 Appointment resources, both ways.
import { appointment } from '../catalogue/records/appointment.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { APPOINTMENT_CODES, fhirCode, MORE_APPOINTMENT_CODES, ourWord, RESOURCE_TYPES } from './codes.ts';
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
import type { AppointmentResource, Reference } from './resources.ts';

const TYPE = appointment as unknown as RecordType;
const ACTORS = { patientId: 'patient', providerId: 'provider', locationId: 'location' } as const;
const COVERED = [...Object.keys(ACTORS), 'startsAtMs', 'endsAtMs', 'reason', 'status'];

/** The resource of an appointment. */
export function toAppointment(record: FhirRecord): AppointmentResource & { participant: object[] } {
  const reason = textOf(record, 'reason');
  const extension = extensionsOf(TYPE, record, COVERED);
  const participant = Object.entries(ACTORS).flatMap(([field, typeName]) =>
    idsOf(record, field).map((id) => ({ actor: referenceTo(typeName, id), status: 'accepted' })),
  );
  return {
    resourceType: 'Appointment',
    id: record.id,
    ...(extension.length === 0 ? {} : { extension }),
    status: fhirCode(APPOINTMENT_CODES, textOf(record, 'status')) ?? 'booked',
    ...(reason === '' ? {} : { reasonCode: [{ text: reason }] }),
    start: new Date(Number(record.values.startsAtMs)).toISOString(),
    end: new Date(Number(record.values.endsAtMs)).toISOString(),
    participant,
  };
}

/** The cells of an appointment. */
export function readAppointment(
  resource: AppointmentResource,
  idIn: (reference: Reference | undefined, typeName: string, path: string) => string | undefined,
): ReadResource {
  const cells = new Cells();
  const word = fhirCode(MORE_APPOINTMENT_CODES, resource.status) ?? ourWord(APPOINTMENT_CODES, resource.status);
  cells.add('status', 'status', word);
  cells.add('startsAtMs', 'start', resource.start);
  cells.add('endsAtMs', 'end', resource.end);
  const reason = resource.reasonCode?.[0];
  cells.add('reason', 'reasonCode[0]', reason?.text ?? reason?.coding?.[0]?.display ?? resource.description);
  for (const [field, typeName] of Object.entries(ACTORS)) {
    const at = (resource.participant ?? []).findIndex(({ actor }) => isTo(actor, RESOURCE_TYPES[typeName]));
    const path = at === -1 ? 'participant' : `participant[${at}].actor`;
    cells.add(field, path, at === -1 ? undefined : idIn(resource.participant?.[at]?.actor, typeName, path));
  }
  readExtensions(TYPE, resource.extension, cells, (reference, typeName) => idIn(reference, typeName, 'extension'));
  return cells;
}

function isTo(reference: Reference | undefined, resourceType: string): boolean {
  return new RegExp(`(^|/)${resourceType}/`).test(reference?.reference ?? '');
}
