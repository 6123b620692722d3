// The providers a patient can be assigned to, as options of a select.

import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import type { ProviderChoice } from './PatientInputs.tsx';
import type { Patient } from './patientDraft.ts';

/** Every assignable provider and those the patient already has. Who may not edit is not asked for more:
 *  the question itself would be refused and stand in the log as an attempt. */
export function useProviderChoices(patient: Patient): readonly ProviderChoice[] {
  const { can } = useSession();
  const { value } = useQuery('patient.findProviderChoices', {}, { enabled: can('patient:update') });
  const choices = new Map(patient.providers.map(({ providerId, name }) => [providerId, name]));
  for (const { providerId, name, specialty } of value?.providers ?? [])
    choices.set(providerId, specialty === '' ? name : `${name} · ${specialty}`);
  return [...choices].map(([value_, label]) => ({ value: value_, label }));
}
