// When a role counts and under which conditions, in words for paper, with what its parents and policies say (S2.62, S2.63).
import { conditionWords } from '../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../shared/authorization/flattenRole.ts';
import type { WeeklyWindow } from '../../shared/authorization/grantTerms.ts';
import { hoursWords } from '../../shared/authorization/hoursWords.ts';
import type { InheritedLimits } from '../../shared/authorization/inheritedLimits.ts';

export interface RoleLimits {
  readonly hours: readonly WeeklyWindow[];
  readonly conditions: readonly RightCondition[];
  readonly inherited: readonly (Omit<InheritedLimits, 'roleId'> & { readonly name: string })[];
  /** A point in time on the practice’s clock. */
  readonly written: (atMs: number) => string;
}

/** The hours of the role and of its parents. */
export function countsWords({ hours, inherited }: Omit<RoleLimits, 'conditions' | 'written'>): string {
  const ofOthers = inherited.filter((one) => one.from === 'parent' && one.hours.length > 0);
  return [hoursWords(hours), ...ofOthers.map((one) => `only ${hoursWords(one.hours)} (from “${one.name}”)`)].join(
    ', and ',
  );
}

/** The conditions of the role, its parents and policies; `none` without any. */
export function conditionsWords({ conditions, inherited, written }: Omit<RoleLimits, 'hours'>): string {
  const words = (one: RightCondition) => conditionWords(one, written);
  const ofOthers = inherited.flatMap((one) =>
    one.conditions.map((condition) => `${words(condition)} (from “${one.name}”)`),
  );
  return [...conditions.map(words), ...ofOthers].join('. ') || 'none';
}
