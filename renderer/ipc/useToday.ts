// Today in the practice, which a computer of another time zone does not know by itself.
import { localDay } from '../components/localDay.ts';
import { useQuery } from './useQuery.ts';

/** The practice's calendar day, `YYYY-MM-DD`; this computer's own until the practice has answered. */
export function useToday(): string {
  return useQuery('practice.readStatus', {}).value?.today ?? localDay(Date.now());
}
