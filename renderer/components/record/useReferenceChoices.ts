// What a person can choose when a record names another one.
import { useDebouncedValue } from '@mantine/hooks';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import { filterFields } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { procedureOf } from '../../ipc/callRecord.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { SEARCH_REST_MS } from '../ListSearch.tsx';

export interface ReferenceChoice {
  readonly value: string;
  readonly label: string;
}

const SHOWN_CHOICES = 30;

interface OfferedChoices {
  readonly choices: readonly ReferenceChoice[];
  /** The records have not answered yet what stands in the box: `choices` are those shown before that may fit. */
  readonly isWaiting: boolean;
  /** Said where there are no choices. */
  readonly nothingSays: string;
}

/** The first records that fit what is `typed`, asked for when typing rests. Who may not see that list is not asked for
 *  more: the question would be refused and stand in the log as an attempt. */
export function useReferenceChoices(typeName: string, typed: string): OfferedChoices {
  const { can } = useSession();
  const [asked] = useDebouncedValue(typed, SEARCH_REST_MS);
  const { name, input, permission, many } = listOf(typeName, asked);
  const mayList = permission === null || can(permission);
  const { value, refusal, isLoading, isPrevious } = useQuery(name, input, { enabled: mayList, keepPrevious: true });
  const choices = (value?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }));
  if (!mayList) return { choices, isWaiting: false, nothingSays: `You may not see the list of ${many}.` };
  const isWaiting = asked !== typed || isLoading || isPrevious;
  return {
    choices: isWaiting ? choices.filter(({ label }) => holdsWords(label, typed)) : choices,
    isWaiting,
    nothingSays: isWaiting ? 'Looking…' : (refusal?.message ?? 'Nothing has this name.'),
  };
}

function holdsWords(label: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}

interface ChoiceList {
  /** One name stands for all of them: every list answers rows of an id and a title. */
  readonly name: 'practice.findPeople';
  readonly input: CallInput<'practice.findPeople'>;
  /** Null: everybody who is signed in. */
  readonly permission: PermissionId | null;
  readonly many: string;
}

function listOf(typeName: string, search: string): ChoiceList {
  const page = { search, offset: 0, limit: SHOWN_CHOICES } as const;
  // Users are no record type: their list gives names alone.
  if (typeName === 'user') return { name: 'practice.findPeople', input: page, permission: null, many: 'people' };
  const type = recordTypeNamed(typeName);
  if (type === null) throw new Error(`no record type \`${typeName}\``);
  const { field, isDescending } = type.defaultSort;
  const filter = { ...noFilter(type), ...(filterFields(type).includes('isActive') ? { isActive: true } : {}) };
  return {
    name: procedureOf(type, 'find') as ChoiceList['name'],
    input: { ...page, sort: field, isDescending, filter } as unknown as ChoiceList['input'],
    permission: `${type.area}:read` as PermissionId,
    many: type.many,
  };
}
