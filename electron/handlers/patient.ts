// Patients: list, record, change and delete, within the scope of whoever asks.
import {
  deletePatient,
  findPatients,
  type PatientFields,
  readPatient,
  updatePatient,
} from '../../db/repositories/patient.ts';
import { providerChoices, providerNames } from '../../db/repositories/provider.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { inScope, type RowScope } from '../../shared/authorization/scope.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall, Handler, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { type FieldChange, WITHHELD } from './userChanges.ts';

const GONE = refuse(
  'NOT_FOUND',
  'This patient is not here, or belongs to providers you may not see. Go back to the list.',
);

const LABELS: Record<keyof PatientFields, string> = {
  lastName: 'Last name',
  firstName: 'First name',
  middleName: 'Middle name',
  birthDate: 'Date of birth',
  deathDate: 'Date of death',
  gender: 'Gender',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  city: 'City',
  state: 'State',
  county: 'County',
  zip: 'ZIP',
};

const find: Handler<'patient.find'> = (call, tx) => {
  const found = findPatients(tx, call.scope, call.input);
  call.note({ count: found.rows.length });
  return found;
};

const read: Handler<'patient.read'> = (call, tx) => {
  const patient = readPatient(tx, call.scope, call.input.patientId);
  if (patient === null) return GONE;
  notePatient(call, patient);
  return patient;
};

const findProviderChoices: Handler<'patient.findProviderChoices'> = (call, tx) => {
  const choices = providerChoices(tx, call.scope);
  call.note({ count: choices.length });
  return { providers: choices.map(({ providerId, name, specialty }) => ({ providerId, name, specialty })) };
};

const update: Handler<'patient.update'> = (call, tx) => {
  const patient = patientToChange(call, tx);
  if (isRefusal(patient)) return patient;
  const { patientId, fields } = call.input;
  const before = patient.providers.map((provider) => provider.providerId);
  const after = [...new Set(call.input.providerIds)];
  const trouble = refuseProviders(tx, before, after, call.scope);
  if (trouble !== null) return trouble;
  call.note({ changes: [...fieldChanges(patient.fields, fields), ...providerChanges(tx, before, after)] });
  updatePatient(tx, patientId, fields, after, actingUserId(call), call.nowMs);
  return { version: patient.version + 1 };
};

const remove: Handler<'patient.delete'> = (call, tx) => {
  const patient = patientToChange(call, tx);
  if (isRefusal(patient)) return patient;
  call.note({ why: call.input.reason });
  deletePatient(tx, patient.patientId);
  return {};
};

export const patientHandlers: Pick<Handlers, Extract<keyof Handlers, `patient.${string}`>> = {
  'patient.find': find,
  'patient.read': read,
  'patient.findProviderChoices': findProviderChoices,
  'patient.update': update,
  'patient.delete': remove,
};

function patientToChange(
  call: Pick<AuthorizedCall, 'note' | 'scope'> & {
    readonly input: { readonly patientId: string; readonly version: number };
  },
  tx: ReadTx,
): Output<'patient.read'> | Refusal {
  const patient = readPatient(tx, call.scope, call.input.patientId);
  if (patient === null) return GONE;
  notePatient(call, patient);
  if (patient.version !== call.input.version)
    return refuse(
      'CONFLICT',
      'Somebody changed this patient meanwhile. Open the record again, then make your change once more.',
    );
  return patient;
}

/** The log names a patient by record number alone. */
function notePatient(call: Pick<AuthorizedCall, 'note'>, { patientId, recordNumber }: Output<'patient.read'>): void {
  call.note({ patientId, object: { type: 'patient', id: patientId, label: `record ${recordNumber}` } });
}

/** A limited user moves patients among their own providers only; the other links of the patient stay as they are. */
function refuseProviders(
  tx: ReadTx,
  before: readonly string[],
  after: readonly string[],
  scope: RowScope,
): Refusal | null {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  if ([...added, ...removed].some((id) => !inScope([id], scope)))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'You may give and take your own providers alone. Ask a user with All Providers to do it.',
    );
  if (!inScope(after, scope))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'You would no longer see this patient yourself. Keep one of your providers, or ask a user with All Providers.',
    );
  const known = providerNames(tx, added);
  if (added.some((id) => known.get(id)?.isActive !== true))
    return refuse('CONSTRAINT_VIOLATED', 'A chosen provider is not there or not active any more. Choose another one.');
  return null;
}

/** Which fields changed; what they said would name the patient, so it stays out of the log. */
function fieldChanges(before: PatientFields, after: PatientFields): FieldChange[] {
  return (Object.keys(LABELS) as (keyof PatientFields)[]).flatMap((key) => {
    const [old, now] = [before[key] || null, after[key] || null];
    if (old === now) return [];
    return [{ field: LABELS[key], old: old === null ? null : WITHHELD, new: now === null ? null : WITHHELD }];
  });
}

function providerChanges(tx: ReadTx, before: readonly string[], after: readonly string[]): FieldChange[] {
  const names = providerNames(tx, [...before, ...after]);
  const name = (id: string) => names.get(id)?.name ?? id;
  return [
    ...after.filter((id) => !before.includes(id)).map((id) => ({ field: 'Provider', old: null, new: name(id) })),
    ...before.filter((id) => !after.includes(id)).map((id) => ({ field: 'Provider', old: name(id), new: null })),
  ];
}
