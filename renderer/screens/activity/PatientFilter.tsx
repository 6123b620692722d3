// Narrows the log to one patient, found by record number.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { call } from '../../ipc/client.ts';

interface PatientFilterProps {
  readonly onPatient: (patientId: string, recordNumber: number) => void;
}

/** Asks for a record number; the log itself knows patients by id only. */
export function PatientFilter({ onPatient }: PatientFilterProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const find = async () => {
    const recordNumber = Number(typed.trim());
    if (typed.trim() === '') return;
    if (!Number.isInteger(recordNumber)) {
      setProblem('A record number has digits only.');
      return;
    }
    const reply = await call('patient.find', {
      search: String(recordNumber),
      sort: 'recordNumber',
      isDescending: false,
      filter: noFilter(patient as unknown as RecordType),
      offset: 0,
      limit: 50,
    });
    if (!reply.ok) {
      setProblem(reply.error.message);
      return;
    }
    const found = reply.value.rows.find((row) => row.values.recordNumber === recordNumber);
    if (found === undefined) {
      setProblem('No patient you see has this record number.');
      return;
    }
    setTyped('');
    onPatient(found.id, recordNumber);
  };
  return (
    <TextInput
      label="Patient"
      placeholder="Record no., Enter"
      inputMode="numeric"
      maxLength={12}
      value={typed}
      error={problem}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setProblem(null);
      }}
      onBlur={() => void find()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void find();
      }}
    />
  );
}
