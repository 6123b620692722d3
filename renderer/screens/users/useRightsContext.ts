// What the tabs of one user need beside the user: the practice's clock and its locations.
import { useMemo } from 'react';
import type { Moment } from '../../../shared/authorization/grantTerms.ts';
import { momentAt } from '../../../shared/authorization/momentAt.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import type { LocationChoice } from './locationRows.ts';
import type { StoredUser } from './userDraft.ts';

const NO_LOCATIONS: readonly LocationChoice[] = [];

export interface RightsContext {
  /** The practice's clock when the user was read, without a place of work. */
  readonly moment: Moment;
  readonly locations: readonly LocationChoice[];
  readonly nameOf: (locationId: string) => string;
}

/** The computer's own time zone stands in until the practice has answered. */
export function useRightsContext(user: StoredUser): RightsContext {
  const timeZone =
    useQuery('practice.readStatus', {}).value?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const locations = useQuery('user.findLocationChoices', {}).value?.locations ?? NO_LOCATIONS;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly read user is looked at anew, at the time of reading
  const moment = useMemo(() => momentAt(Date.now(), timeZone, []), [timeZone, user]);
  return useMemo(() => {
    const names = new Map(locations.map(({ locationId, name }) => [locationId, name]));
    return { moment, locations, nameOf: (locationId) => names.get(locationId) ?? 'a location that is gone' };
  }, [moment, locations]);
}
