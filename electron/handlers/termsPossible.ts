// Whether the terms, locations and the linked record asked for a user are possible. May they? is decided before.
import type { SubjectRights } from '../../db/repositories/rights.ts';
import type { RightsToStore } from '../../db/repositories/userRights.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { PATIENT_ROLE_ID } from '../../shared/catalogue/patientRole.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';

/** CONSTRAINT_VIOLATED when a location is not there, terms name a role that is not given, or the Patient role does not
 *  stand alone with the one record it is linked to; else null. */
export function refuseImpossibleTerms(
  tx: ReadTx,
  rights: Required<RightsToStore>,
  before: SubjectRights | null,
): Refusal | null {
  const { roleIds, roleTerms, locations } = rights;
  const locationIds = [
    ...(locations.kind === 'all' ? [] : locations.locationIds),
    ...[...roleTerms.values()].flatMap((terms) => terms.locationIds ?? []),
  ];
  if (!areThere(tx, locationIds))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'A chosen location is not there any more. Open the user again and choose the locations once more.',
    );
  if (before === null && [...roleTerms.keys()].some((roleId) => !roleIds.includes(roleId)))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'Dates or locations were set for a role that is not chosen. Choose the role too.',
    );
  return refuseImpossibleLink(tx, rights, before);
}

/** A patient works with nobody else's records, so the role stands alone and names exactly one (S1.23). */
function refuseImpossibleLink(
  tx: ReadTx,
  { roleIds, exceptions, linkedPatientId }: Required<RightsToStore>,
  before: SubjectRights | null,
): Refusal | null {
  const isPatient = roleIds.includes(PATIENT_ROLE_ID);
  if (!isPatient && linkedPatientId === null) return null;
  if (!isPatient)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'Only a login with the role Patient is linked to a record. Give that role alone, or take the link away.',
    );
  if (roleIds.length > 1 || exceptions.length > 0 || before?.isSuperUser || before?.hasAccessSecurity)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'The role Patient stands alone: no other role, single right, Super User or Access Security beside it. Somebody who works here and is a patient too needs a second login for that.',
    );
  if (linkedPatientId === null)
    return refuse('CONSTRAINT_VIOLATED', 'The role Patient needs the record it opens. Choose the patient as well.', {
      fields: [{ path: 'linkedPatientId', message: 'must be chosen' }],
    });
  if (tx.prepare('SELECT 1 FROM patient WHERE id = ?').get(linkedPatientId) === undefined)
    return refuse('CONSTRAINT_VIOLATED', 'The chosen patient is not there any more. Choose the patient once more.');
  const other = tx
    .prepare<{ loginId: string }>('SELECT login_id AS loginId FROM user WHERE patient_id = ? AND login_id <> ?')
    .get(linkedPatientId, before?.loginId ?? '');
  return other === undefined
    ? null
    : refuse('CONSTRAINT_VIOLATED', `The login “${other.loginId}” is linked to this patient already.`);
}

function areThere(tx: ReadTx, locationIds: readonly string[]): boolean {
  const wanted = new Set(locationIds);
  const row = tx
    .prepare<{ count: number }>('SELECT count(*) AS count FROM location WHERE id IN (SELECT value FROM json_each(?))')
    .get(JSON.stringify([...wanted]));
  return row?.count === wanted.size;
}
