// Ties of a made-up row: bound to nothing but what a test says.
import type { RowTies } from '../../shared/authorization/scope.ts';

/** A row that belongs to no provider, location, patient or owner by nature, except as said. */
export function tiesWith(said: Partial<RowTies>): RowTies {
  return {
    type: 'patient',
    values: {},
    providerIds: 'any',
    locationIds: 'any',
    patientId: null,
    ownerId: null,
    grantedTo: null,
    labels: [],
    ...said,
  };
}
