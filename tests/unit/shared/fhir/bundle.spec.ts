// Records as FHIR resources and back: the same values, whatever they are.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { importedFields } from '../../../../electron/import/importFields.ts';
import { emptyValue, readCell } from '../../../../electron/import/readCell.ts';
import type { Field, FieldValue } from '../../../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../../shared/catalogue/records.ts';
import { readBundle, toResource } from '../../../../shared/fhir/bundle.ts';
import { FHIR_KINDS, type FhirKind } from '../../../../shared/fhir/codes.ts';

const ZONE = 'America/New_York';
/** The resource types of locations and payers are named, but do not come along. */
const someId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,20}$/);
const name = fc.stringMatching(/^[A-Za-zÀ-ÿ'=+@-]{1,12}$/);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

/** Any value a record of this field may hold. */
function anyValueOf(fieldName: string, field: Field): fc.Arbitrary<FieldValue> {
  if (field.refersTo !== undefined && field.kind === 'references')
    return fc.uniqueArray(someId, { minLength: field.isRequired ? 1 : 0, maxLength: 3 });
  if (field.refersTo !== undefined) return field.isRequired ? someId : fc.option(someId, { nil: null });
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...(field.options ?? []).map(({ value }) => value));
    case 'boolean':
      return fc.boolean();
    case 'date':
      return field.isRequired ? day : fc.option(day, { nil: null });
    case 'instant':
      return fc.integer({ min: 0, max: Date.parse('2027-01-01') });
    default:
      if (fieldName === 'ssn') return fc.constantFrom('', '999175017');
      if (fieldName === 'npi') return fc.constantFrom('', '1234567893');
      return field.isRequired ? name : fc.oneof(fc.constant(''), name);
  }
}

function recordOf(type: RecordType) {
  const values = Object.fromEntries(
    importedFields(type).map(([field, declared]) => [field, anyValueOf(field, declared)]),
  );
  return fc.record({ id: someId, values: fc.record(values) });
}

function typeOf(kind: FhirKind): RecordType {
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error('no such type');
  return type;
}

/** The values a row would be saved with. */
function valuesOfRow(type: RecordType, texts: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    importedFields(type).map(([field, declared]) => {
      const text = texts[field];
      if (text === undefined) return [field, emptyValue(declared)];
      if (declared.kind === 'references') return [field, text.split(';')];
      if (declared.refersTo !== undefined) return [field, text];
      const read = readCell(declared, text, ZONE);
      return [field, 'value' in read ? read.value : read];
    }),
  );
}

const bundleOf = (...resources: object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

describe('records as FHIR and back (S2.107)', () => {
  for (const kind of FHIR_KINDS) {
    const type = typeOf(kind);
    property.prop([recordOf(type)], { numRuns: 200 })(
      `S2.107 every value of a ${type.one} comes back the same`,
      (record) => {
        const text = JSON.stringify(bundleOf(toResource(kind, record)));
        const [row, ...others] = readBundle(JSON.parse(text))?.rows[kind] ?? [];
        expect(others).toEqual([]);
        expect(row?.problems).toEqual([]);
        expect(row?.externalId).toBe(record.id);
        expect(valuesOfRow(type, row?.read.texts ?? {})).toEqual(record.values);
      },
    );
  }

  it('S2.107 takes a gender that every object inherits as a name for a word like any other', () => {
    for (const gender of ['valueOf', 'constructor', '__proto__']) {
      const resource = toResource('provider', { id: 'p1', values: { lastName: 'Stone', gender } });
      const [row] = readBundle(JSON.parse(JSON.stringify(bundleOf(resource))))?.rows.provider ?? [];
      expect(row?.read.texts.gender).toBe(gender);
    }
  });

  it('names what a masked field would hold nowhere', () => {
    const resource = toResource('patient', { id: 'p1', values: { lastName: 'Stone', birthDate: '2000-01-01' } });
    expect(resource).not.toHaveProperty('identifier');
  });

  it('writes the systems of HL7 for the Social Security number and the NPI', () => {
    const patient = toResource('patient', { id: 'p1', values: { lastName: 'Stone', ssn: '999175017' } });
    expect(patient).toMatchObject({ identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: '999175017' }] });
    const provider = toResource('provider', { id: 'd1', values: { lastName: 'Patel', npi: '1234567893' } });
    expect(provider).toMatchObject({ identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' }] });
  });
});

describe('reading a bundle (S2.107)', () => {
  it('counts and names the resources no import knows', () => {
    const read = readBundle(
      bundleOf({ resourceType: 'Observation' }, { resourceType: 'Observation' }, { resourceType: 'Coverage' }),
    );
    expect(read?.unknown).toEqual([
      { kind: 'Observation', count: 2 },
      { kind: 'Coverage', count: 1 },
    ]);
  });

  it.each([
    ['nothing', null],
    ['a text', 'Bundle'],
    ['a lone resource', { resourceType: 'Patient' }],
    ['entries that are no list', { resourceType: 'Bundle', entry: {} }],
  ])('refuses %s', (_what, content) => {
    expect(readBundle(content)).toBeNull();
  });

  it('follows references by address, by type and id, and by urn', () => {
    const provider = { resourceType: 'Practitioner', id: 'd1', name: [{ family: 'Patel' }] };
    const patient = (reference: string) => ({
      resource: { resourceType: 'Patient', id: 'p1', generalPractitioner: [{ reference }] },
    });
    for (const reference of ['Practitioner/d1', 'https://old.example/fhir/Practitioner/d1', 'urn:uuid:abc']) {
      const content = {
        resourceType: 'Bundle',
        entry: [{ fullUrl: 'urn:uuid:abc', resource: provider }, patient(reference)],
      };
      expect(readBundle(content)?.rows.patient[0]?.read.texts.providerIds).toBe('d1');
    }
  });

  it('names resource and element of a reference to something else', () => {
    const content = bundleOf({
      resourceType: 'Patient',
      id: 'p1',
      generalPractitioner: [{ reference: 'Practitioner/d1' }, { reference: 'Organization/o1' }],
    });
    expect(readBundle(content)?.rows.patient[0]).toMatchObject({
      name: 'Patient/p1',
      problems: [{ path: 'generalPractitioner[1]', message: 'is no reference to a Practitioner resource' }],
    });
  });

  it('names the element that has another form than FHIR gives it', () => {
    const content = bundleOf({ resourceType: 'Patient', id: 'p1', name: [{ family: 7 }] });
    const row = readBundle(content)?.rows.patient[0];
    expect(row?.problems.map(({ path }) => path)).toEqual(['name.0.family']);
  });
});
