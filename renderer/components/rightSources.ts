// Where a right comes from, in words for people (screens 6.2 "Comes from").
import type { EffectiveRight, RightSource } from '../../shared/authorization/effectivePermissions.ts';
import { VERB_LABELS, type Verb } from '../../shared/catalogue/dataAreas.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { sourceWords } from '../../shared/catalogue/rightWords.ts';

/** How a source of a right is called. */
export type SourceWords = (source: RightSource, permission: PermissionId) => string;

const NOT_GIVEN = 'not given';

/** Every source of the rights of one row; a source that gives only some of them names which. */
export function comesFrom(
  rights: readonly { readonly verb: Verb; readonly right: EffectiveRight }[],
  wordsOf: SourceWords = sourceWords,
): readonly string[] {
  const given = rights.filter(({ right }) => right.sources.length > 0);
  const verbsOf = new Map<string, Verb[]>();
  for (const { verb, right } of given)
    for (const source of right.sources) {
      const name = wordsOf(source, right.permission);
      verbsOf.set(name, [...(verbsOf.get(name) ?? []), verb]);
    }
  const words = [...verbsOf].map(([name, verbs]) =>
    verbs.length === given.length ? name : `${name} (${verbs.map((verb) => VERB_LABELS[verb]).join(', ')})`,
  );
  return words.length === 0 ? [NOT_GIVEN] : words;
}

/** The sources of a single right. */
export function sourcesOfOne(
  { sources, permission }: EffectiveRight,
  wordsOf: SourceWords = sourceWords,
): readonly string[] {
  return sources.length === 0 ? [NOT_GIVEN] : sources.map((source) => wordsOf(source, permission));
}

/** The sources of a single right in one line. */
export function comesFromOne(right: EffectiveRight, wordsOf: SourceWords = sourceWords): string {
  return sourcesOfOne(right, wordsOf).join(' + ');
}

/** `+` given to this user alone, `−` taken from this user, or nothing. */
export function exceptionMark(right: EffectiveRight): '+' | '−' | null {
  if (right.isTakenAway) return '−';
  return right.isHeld && right.sources.length === 1 && right.sources[0]?.kind === 'thisUser' ? '+' : null;
}
