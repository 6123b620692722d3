// What a call wants stored of a person's rights; what it leaves out stays as it was.
import type { SubjectRights } from '../db/repositories/rights.ts';
import type { RightsToStore } from '../db/repositories/userRights.ts';
import type { GrantTerms } from '../shared/authorization/grantTerms.ts';
import type { Input } from '../shared/catalogue/procedures.ts';

export type RightsInput = Pick<
  Input<'user.update'>,
  'roleIds' | 'exceptions' | 'scope' | 'roleTerms' | 'locations' | 'linkedPatientId'
>;

/** The rights as they would be stored; `before` is null for a new user. */
export function rightsToStore(before: SubjectRights | null, input: RightsInput): Required<RightsToStore> {
  return {
    roleIds: input.roleIds,
    roleTerms: roleTermsAfter(before, input),
    exceptions: input.exceptions.map(({ permission, effect, dates }) =>
      dates === undefined
        ? { permission, effect }
        : { permission, effect, terms: { ...dates, locationIds: null } satisfies GrantTerms },
    ),
    scope: input.scope,
    locations: input.locations ?? before?.assignedLocations ?? { kind: 'all' },
    linkedPatientId: input.linkedPatientId === undefined ? (before?.linkedPatientId ?? null) : input.linkedPatientId,
  };
}

function roleTermsAfter(before: SubjectRights | null, input: RightsInput): ReadonlyMap<string, GrantTerms> {
  if (input.roleTerms !== undefined)
    return new Map(
      input.roleTerms.map(({ roleId, dates, locationIds }): [string, GrantTerms] => [
        roleId,
        { ...dates, locationIds },
      ]),
    );
  const kept = before?.given.roles.flatMap(({ roleId, terms }): [string, GrantTerms][] =>
    terms === undefined ? [] : [[roleId, terms]],
  );
  return new Map(kept);
}
