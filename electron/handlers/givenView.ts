// What was given to a user, as Edit User Info and Rights shows and saves it.
import type { SubjectRights } from '../../db/repositories/rights.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';

type GivenView = Required<
  Pick<
    Output<'user.read'>,
    'roleIds' | 'roles' | 'roleTerms' | 'exceptions' | 'scope' | 'locations' | 'linkedPatientId'
  >
>;

/** Everything given, also what does not count now; `withheld` says so of a role. */
export function givenView({ given, withheldRoles, ...limits }: SubjectRights): GivenView {
  const { assignedScope, assignedLocations, linkedPatientId } = limits;
  return {
    roleIds: given.roles.map(({ roleId }) => roleId),
    roles: given.roles.map(({ roleId, roleName }) => ({
      roleId,
      roleName,
      withheld: withheldRoles.get(roleId) ?? null,
    })),
    roleTerms: given.roles.flatMap(({ roleId, terms }) => {
      if (terms === undefined) return [];
      const { validFrom, validUntil, locationIds } = terms;
      return [
        { roleId, dates: { validFrom, validUntil }, locationIds: locationIds === null ? null : [...locationIds] },
      ];
    }),
    exceptions: given.exceptions.map(({ permission, effect, terms }) =>
      terms === undefined
        ? { permission, effect }
        : { permission, effect, dates: { validFrom: terms.validFrom, validUntil: terms.validUntil } },
    ),
    scope:
      assignedScope.kind === 'all' ? assignedScope : { kind: 'selected', providerIds: [...assignedScope.providerIds] },
    locations:
      assignedLocations.kind === 'all'
        ? assignedLocations
        : { kind: 'selected', locationIds: [...assignedLocations.locationIds] },
    linkedPatientId,
  };
}
