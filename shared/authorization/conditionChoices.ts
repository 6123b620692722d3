// Which conditions a right can carry (S2.63): on which records, and on which of their fields.
import { DATA_AREAS } from '../catalogue/dataAreas.ts';
import type { ProcedureEntry } from '../catalogue/entry.ts';
import type { PermissionId } from '../catalogue/permissions.ts';
import { PROCEDURES } from '../catalogue/procedures.ts';
import { OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import type { Field } from '../catalogue/records/field.ts';
import type { RecordType } from '../catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../catalogue/records.ts';
import { operatorsFor } from './rowCondition.ts';

/** The record types on whose rows the right is asked for one by one. A condition on any other would never be asked; so
 *  a type is left out as well where a command of its own changes rows by this right without naming them beforehand. */
export function typesReachedBy(permission: PermissionId): readonly RecordType[] {
  return CHOICES.get(permission) ?? [];
}

/** The fields that can be chosen. Not references: limits of providers, locations and patients do that. Not what the
 *  program writes by itself where records are added, since it is not written yet when the right is asked for. */
export function fieldsToJudge(type: RecordType, permission: PermissionId): readonly (readonly [string, Field])[] {
  const isForNew = permission.endsWith(':create') || permission.endsWith(':createOwn');
  return Object.entries(type.fields).filter(
    ([, { kind, isComputed }]) => kind !== 'reference' && operatorsFor(kind).length > 0 && !(isForNew && isComputed),
  );
}

const GUARDED = Object.entries(PROCEDURES).flatMap(([name, entry]: [string, ProcedureEntry]) =>
  entry.access.kind === 'permission' && isOfDataArea(entry.access.permission)
    ? [{ name, entry, permission: entry.access.permission }]
    : [],
);

/** Powers over the console itself are held whole or not at all. */
function isOfDataArea(permission: PermissionId): boolean {
  return Object.hasOwn(DATA_AREAS, permission.slice(0, permission.indexOf(':')));
}

/** By right; a right over one's own rows is asked for where the right over all rows is. */
const CHOICES: ReadonlyMap<PermissionId, readonly RecordType[]> = new Map(
  [...new Set(GUARDED.map(({ permission }) => permission))].flatMap((permission) => {
    const types = RECORD_TYPES.filter(
      (type) => isJudgedByRow(type, permission) && fieldsToJudge(type, permission).length > 0,
    );
    const own = OWN_PERMISSIONS[permission];
    return types.length === 0 ? [] : [[permission, types] as const, ...(own ? [[own, types] as const] : [])];
  }),
);

function isJudgedByRow({ name: type }: RecordType, permission: PermissionId): boolean {
  const asking = GUARDED.filter((one) => one.permission === permission);
  const namesRow = ({ entry }: (typeof asking)[number]) =>
    entry.rowAfter?.type === type || (entry.target?.kind === 'record' && entry.target.type === type);
  const isOfType = (name: string) => name.startsWith(`${type}.`);
  const lists = [`${type}.find`, `${type}.export`];
  return (
    asking.some((one) => namesRow(one) || lists.includes(one.name)) &&
    asking.every(
      (one) => !isOfType(one.name) || one.entry.kind === 'query' || namesRow(one) || lists.includes(one.name),
    )
  );
}
