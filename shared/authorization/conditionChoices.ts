// Which conditions a right can carry (S2.63): on which records, and on which of their fields.
import { DATA_AREAS, VERBS } from '../catalogue/dataAreas.ts';
import type { PermissionId } from '../catalogue/permissions.ts';
import { OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import type { Field } from '../catalogue/records/field.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../catalogue/records.ts';
import { operatorsFor } from './rowCondition.ts';

/** The record types a right reaches row by row: those of its data area. None for rights that reach no rows of their
 *  own, such as seeing a masked field; a condition on one of these would never be asked. */
export function typesReachedBy(permission: PermissionId): readonly RecordType[] {
  const [area = '', verb = ''] = permission.split(':');
  const isCell = Object.hasOwn(DATA_AREAS, area) && VERBS.some((one) => one === verb);
  if (!isCell && !Object.values(OWN_PERMISSIONS).some((own) => own === permission)) return [];
  return RECORD_TYPES.filter((type) => type.area === area && fieldsToJudge(type, permission).length > 0);
}

/** The fields that can be chosen. Not references: limits of providers, locations and patients do that. Not what the
 *  program writes by itself where records are added, since it is not written yet when the right is asked for. */
export function fieldsToJudge(type: RecordType, permission: PermissionId): readonly (readonly [string, Field])[] {
  const isForNew = permission.endsWith(':create') || permission.endsWith(':createOwn');
  return Object.entries(type.fields).filter(
    ([, { kind, isComputed }]) => kind !== 'reference' && operatorsFor(kind).length > 0 && !(isForNew && isComputed),
  );
}
