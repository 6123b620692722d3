// The hours and conditions that bind a role without standing in it: those of its parents and policies (S2.62, S2.63).
import { type RightCondition, type RoleDefinitions, roleLine } from './flattenRole.ts';
import type { WeeklyWindow } from './grantTerms.ts';

export interface InheritedLimits {
  readonly roleId: string;
  /** A parent’s hours and conditions bind all that is taken from it; a policy’s conditions bind what the policy gives. */
  readonly from: 'parent' | 'policy';
  readonly hours: readonly WeeklyWindow[];
  readonly conditions: readonly RightCondition[];
}

/** Nearest parent first, then the policies; those that limit nothing are left out, and a broken line has none. */
export function inheritedLimits(roleId: string, definitions: RoleDefinitions): readonly InheritedLimits[] {
  const line = roleLine(roleId, definitions) ?? [];
  const policyIds = new Set(line.flatMap(({ policyIds }) => policyIds));
  return [
    ...line.slice(1).map((parent): InheritedLimits => limitsOf(parent, 'parent')),
    ...[...policyIds].flatMap((id) => {
      const policy = definitions.get(id);
      return policy === undefined ? [] : [limitsOf(policy, 'policy')];
    }),
  ].filter(({ hours, conditions }) => hours.length + conditions.length > 0);
}

function limitsOf(
  { roleId, hours, conditions }: Pick<InheritedLimits, 'roleId' | 'hours' | 'conditions'>,
  from: InheritedLimits['from'],
): InheritedLimits {
  return { roleId, from, hours, conditions };
}
