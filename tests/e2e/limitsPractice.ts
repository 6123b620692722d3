// A practice with locations in a tree, patients at them, and people whose roles count at some place or time.

import { typedFields } from '../../renderer/components/record/recordDraft.ts';
import type { CallInput } from '../../shared/catalogue/procedures.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import { noFilter } from '../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { PATIENTS_CSV, PROVIDERS_CSV, type Preparation } from './practice.ts';

/** The records by last name, known once the practice is made: in the same process as the test. */
export const patientIds = new Map<string, string>();
export const ALWAYS = { validFrom: null, validUntil: null };

/** `Coast` with `North` and `South`; Archer at North, Brook at South; `lortiz` bills at North alone, `fdesk` is limited
 *  to no provider, `aarcher` is the patient Archer. */
export async function addLimits({ must, addUser, importCsv }: Preparation): Promise<void> {
  await importCsv('provider', PROVIDERS_CSV);
  await importCsv('patient', PATIENTS_CSV);
  const place = { address: '', city: '', state: '', zip: '', phone: '', isActive: true };
  const add = async (name: string, parentId: string | null) =>
    (await must('location.create', { fields: { ...place, name, parentId } })).id;
  const coast = await add('Coast', null);
  const north = await add('North', coast);
  const south = await add('South', coast);
  const { rows } = await must('patient.find', everyPatient());
  const typedNames = new Set(typedFields(patient as unknown as RecordType).map(([name]) => name));
  const idOf = (name: string) => rows.find(({ title }) => title.startsWith(name))?.id ?? '';
  for (const { id, title } of rows) patientIds.set(title.split(',')[0] ?? '', id);
  for (const [name, locationId] of [
    ['Archer', north],
    ['Brook', south],
  ] as const) {
    const { version, fields } = await must('patient.read', { id: idOf(name) });
    const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => typedNames.has(name)));
    const changed = { ...typed, locationId } as unknown as CallInput<'patient.update'>['fields'];
    await must('patient.update', { id: idOf(name), version, fields: changed });
  }
  await addUser('lortiz', 'Ortiz', {
    roleTerms: [{ roleId: 'billing', dates: ALWAYS, locationIds: [north] }],
  });
  await addUser('fdesk', 'Farrow', { roleIds: ['front-desk'], scope: { kind: 'selected', providerIds: [] } });
  await addUser('aarcher', 'Archer', { roleIds: ['patient'], linkedPatientId: idOf('Archer') });
}

/** The first page of all patients. */
export function everyPatient(): CallInput<'patient.find'> {
  const filter = noFilter(patient as unknown as RecordType) as unknown as CallInput<'patient.find'>['filter'];
  return {
    search: '',
    sort: patient.defaultSort.field,
    isDescending: false,
    filter,
    offset: 0,
    limit: 20,
  } as CallInput<'patient.find'>;
}
