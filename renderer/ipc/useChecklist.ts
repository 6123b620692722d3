// The getting-started checklist of those who may follow it; nobody else asks for it.
import type { Output } from '../../shared/catalogue/procedures.ts';
import { useSession } from '../session/useSession.ts';
import { type QueryResult, useQuery } from './useQuery.ts';

export function useChecklist(): QueryResult<Output<'checklist.read'>> {
  const { can } = useSession();
  return useQuery('checklist.read', {}, { enabled: can('checklist:use') });
}
