import { describe, expect, it } from 'vitest';
import {
  fieldsOfValues,
  parseRecordDraft,
  typedFields,
  valuesOfNew,
  valuesOfRecord,
} from '../../../../../renderer/components/record/recordDraft.ts';
import { typedSchemas } from '../../../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES, recordTypeNamed } from '../../../../../shared/catalogue/records.ts';

/** The stored example, with masked fields that hold something. */
function opened(type: RecordType, masked: string[] = []) {
  const typed = Object.fromEntries(typedFields(type).map(([name]) => [name, type.example[name] ?? null]));
  return { fields: typed, masked };
}
const maskedIn = (type: RecordType) => Object.keys(type.fields).filter((name) => type.fields[name]?.mask !== undefined);

const TYPED = RECORD_TYPES.filter((type) => typedFields(type).length > 0);

describe.each(TYPED.map((type) => [type.one, type] as const))('the form of one %s', (_one, type) => {
  it('gives the record back unchanged when nothing was typed', () => {
    const { fields } = opened(type);
    expect(fieldsOfValues(type, valuesOfRecord(type, opened(type)), [])).toEqual(fields);
  });

  it('S2.60 shows nothing of masked values and says of them "leave it as it is"', () => {
    const masked = maskedIn(type);
    const values = valuesOfRecord(type, opened(type, masked));
    const sent = fieldsOfValues(type, values, masked);
    for (const name of masked) expect([values[name], sent[name]]).toEqual(['', null]);
  });

  it('takes its own kept draft back and no other', () => {
    const draft = { id: 'r', version: 2, values: valuesOfRecord(type, opened(type)) };
    expect(parseRecordDraft(type, JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(parseRecordDraft(type, { userId: 'u' })).toBeNull();
    expect(parseRecordDraft(type, { ...draft, values: {} })).toBeNull();
  });

  it('starts a new one with an input for every field a person types', () => {
    const values = valuesOfNew(type, {});
    expect(Object.keys(values)).toEqual(Object.keys(typedSchemas(type)));
  });
});

describe('the form of a patient', () => {
  it('stores a text of spaces as the schema wants it, and an emptied date as missing', () => {
    const patient = recordTypeNamed('patient');
    if (patient === null) return expect.unreachable();
    const values = { ...valuesOfRecord(patient, opened(patient)), phone: ' 617-555-0147 ', deathDate: '' };
    const typed = fieldsOfValues(patient, values, []);
    expect(typed.deathDate).toBeNull();
    expect(typedSchemas(patient).phone?.parse(typed.phone)).toBe('617-555-0147');
  });
});
