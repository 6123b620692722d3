import { describe, expect, it } from 'vitest';
import {
  fieldsOfValues,
  type Patient,
  parsePatientDraft,
  valuesOfPatient,
} from '../../../../../renderer/screens/patients/patientDraft.ts';
import { PROCEDURES } from '../../../../../shared/catalogue/procedures.ts';

const PATIENT: Patient = {
  patientId: 'p',
  recordNumber: 3,
  version: 2,
  externalId: null,
  fields: PROCEDURES['patient.update'].input.shape.fields.parse(PROCEDURES['patient.update'].example.fields),
  ssnLastFour: null,
  providers: [{ providerId: 'r', name: 'Patel, Ria' }],
  createdAtMs: 0,
  createdBy: 'Whitfield, Dana',
  changedAtMs: 0,
  changedBy: 'Whitfield, Dana',
};

describe('the form of a patient', () => {
  it('gives the record back unchanged when nothing was typed', () => {
    expect(fieldsOfValues(valuesOfPatient(PATIENT))).toEqual(PATIENT.fields);
  });

  it('stores an emptied phone as missing', () => {
    expect(fieldsOfValues({ ...valuesOfPatient(PATIENT), phone: ' ' }).phone).toBeNull();
  });

  it('takes its own kept draft back and no other', () => {
    const draft = { patientId: 'p', version: 2, values: valuesOfPatient(PATIENT) };
    expect(parsePatientDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(parsePatientDraft({ userId: 'u' })).toBeNull();
  });
});
