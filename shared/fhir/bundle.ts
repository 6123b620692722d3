// Bundles of HL7 FHIR R4 as rows of our record types, and our records as resources.
import type { z } from 'zod';
import { readAppointment, toAppointment } from './appointmentMapping.ts';
import { type ItemRow, readItems } from './claimItems.ts';
import { readClaim, toClaim } from './claimMapping.ts';
import { FHIR_KINDS, type FhirKind, RESOURCE_TYPES } from './codes.ts';
import type { FhirRecord, ReadResource } from './fhirRecord.ts';
import { readPatient, toPatient } from './patientMapping.ts';
import { readPractitioner, toPractitioner } from './practitionerMapping.ts';
import {
  appointmentResource,
  bundleFrame,
  claimResource,
  type FhirResource,
  patientResource,
  practitionerResource,
  type Reference,
} from './resources.ts';

/** What is wrong with one resource, and in which element. */
export interface ResourceProblem {
  readonly path: string;
  readonly message: string;
}

/** One resource as cells of a row. */
export interface BundleRow {
  /** Its place in the bundle, from 1. */
  readonly entry: number;
  /** `Patient/p-1`, as a person finds it in the file. */
  readonly name: string;
  readonly externalId: string | null;
  readonly read: ReadResource;
  readonly problems: readonly ResourceProblem[];
}

export interface ReadBundle {
  readonly rows: Readonly<Record<FhirKind, readonly BundleRow[]>>;
  /** The charges of the claims that have no fault. */
  readonly charges: readonly BundleRow[];
  /** Resources no record type takes, by their type, with their number. */
  readonly unknown: readonly { readonly kind: string; readonly count: number }[];
}

type IdIn = (reference: Reference | undefined, typeName: string, path: string) => string | undefined;
interface Way {
  readonly schema: z.ZodType;
  readonly read: (resource: never, idIn: IdIn) => ReadResource;
  readonly write: (record: FhirRecord) => FhirResource;
  /** Records the resource holds besides its own. */
  readonly readParts?: (resource: never, own: OwnRow, idIn: IdIn, fault: Fault) => readonly ItemRow[];
}
type OwnRow = Pick<BundleRow, 'externalId' | 'read'>;
type Fault = (path: string, message: string) => void;

const WAYS: Readonly<Record<FhirKind, Way>> = {
  provider: { schema: practitionerResource, read: readPractitioner, write: toPractitioner },
  patient: { schema: patientResource, read: readPatient, write: toPatient },
  appointment: { schema: appointmentResource, read: readAppointment, write: toAppointment },
  claim: { schema: claimResource, read: readClaim, write: toClaim, readParts: readItems },
};

const NOTHING: ReadResource = { texts: {}, paths: {} };

/** A record as its resource. */
export function toResource(kind: FhirKind, record: FhirRecord): FhirResource {
  return WAYS[kind].write(record);
}

/** The rows of a bundle by record type, or null when `content` is none. Pure. */
export function readBundle(content: unknown): ReadBundle | null {
  const frame = bundleFrame.safeParse(content);
  if (!frame.success) return null;
  const entries = frame.data.entry ?? [];
  const idOfUrl = new Map(
    entries.flatMap(({ fullUrl, resource }) =>
      fullUrl === undefined || resource === undefined
        ? []
        : [[fullUrl, { type: resource.resourceType, id: idOf(resource, fullUrl) }] as const],
    ),
  );
  const rows: Record<FhirKind, BundleRow[]> = { provider: [], patient: [], appointment: [], claim: [] };
  const charges: BundleRow[] = [];
  const unknown = new Map<string, number>();
  entries.forEach(({ fullUrl, resource }, at) => {
    if (resource === undefined) return;
    const { resourceType } = resource;
    const kind = FHIR_KINDS.find((name) => RESOURCE_TYPES[name] === resourceType);
    if (kind === undefined) unknown.set(resourceType, (unknown.get(resourceType) ?? 0) + 1);
    else {
      const { row, parts } = rowOf(WAYS[kind], resource, at + 1, idOf(resource, fullUrl), idOfUrl);
      rows[kind].push(row);
      charges.push(...parts);
    }
  });
  return { rows, charges, unknown: [...unknown].map(([kind, count]) => ({ kind, count })) };
}

type IdOfUrl = ReadonlyMap<string, { readonly type: string; readonly id: string | null }>;

function rowOf(
  way: Way,
  resource: { readonly resourceType: string },
  entry: number,
  externalId: string | null,
  idOfUrl: IdOfUrl,
): { readonly row: BundleRow; readonly parts: readonly BundleRow[] } {
  const name = `${resource.resourceType}/${externalId ?? entry}`;
  const parsed = way.schema.safeParse(resource);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { row: { entry, name, externalId, read: NOTHING, problems }, parts: [] };
  }
  const problems: ResourceProblem[] = [];
  const fault: Fault = (path, message) => void problems.push({ path, message });
  const idIn: IdIn = (reference, typeName, path) => {
    const found = resolve(reference?.reference ?? '', idOfUrl);
    const wanted = RESOURCE_TYPES[typeName as keyof typeof RESOURCE_TYPES];
    if (found !== null && found.type === wanted) return found.id;
    fault(path, `is no reference to a ${wanted} resource`);
    return undefined;
  };
  const read = way.read(parsed.data as never, idIn);
  const parts = way.readParts?.(parsed.data as never, { externalId, read }, idIn, fault) ?? [];
  const row = { entry, name, externalId, read, problems };
  // What is part of a faulty resource would only repeat its faults.
  return { row, parts: problems.length > 0 ? [] : parts.map((part) => ({ ...part, entry, name, problems: [] })) };
}

function resolve(reference: string, idOfUrl: IdOfUrl): { type: string; id: string } | null {
  const inside = idOfUrl.get(reference);
  if (inside !== undefined) return inside.id === null ? null : { type: inside.type, id: inside.id };
  const named = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.*)?$/.exec(reference);
  return named === null ? null : { type: named[1] ?? '', id: named[2] ?? '' };
}

function idOf(resource: Readonly<Record<string, unknown>>, fullUrl: string | undefined): string | null {
  if (typeof resource.id === 'string' && resource.id !== '') return resource.id;
  return fullUrl?.startsWith('urn:uuid:') ? fullUrl.slice('urn:uuid:'.length) : null;
}
