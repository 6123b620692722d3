// What a person can choose when a record names another one.
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import { filterFields } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { useSession } from '../../session/useSession.ts';

export interface ReferenceChoice {
  readonly value: string;
  readonly label: string;
}

const SHOWN_CHOICES = 30;

/** The first records that fit. Who may not see that list is not asked for more: the question would be refused and stand
 *  in the log as an attempt. */
export function useReferenceChoices(
  typeName: string,
  search: string,
): { readonly choices: readonly ReferenceChoice[]; readonly trouble: string | null } {
  const { can } = useSession();
  const type = recordTypeNamed(typeName);
  if (type === null) throw new Error(`no record type \`${typeName}\``);
  const mayList = can(`${type.area}:read` as PermissionId);
  const { value, refusal } = useRecordQuery(
    type,
    'find',
    {
      search,
      sort: type.defaultSort.field,
      isDescending: type.defaultSort.isDescending,
      filter: { ...noFilter(type), ...(filterFields(type).includes('isActive') ? { isActive: true } : {}) },
      offset: 0,
      limit: SHOWN_CHOICES,
    },
    { enabled: mayList, keepPrevious: true },
  );
  const trouble = mayList ? (refusal?.message ?? null) : `You may not see the list of ${type.many}.`;
  return { choices: (value?.rows ?? []).map(({ id, title }) => ({ value: id, label: title })), trouble };
}
