// Where a right comes from, in words for people (screens 6.2 "Comes from").
import type { EffectiveRight } from '../../shared/authorization/effectivePermissions.ts';
import { VERB_LABELS, type Verb } from '../../shared/catalogue/dataAreas.ts';
import { sourceWords } from '../../shared/catalogue/rightWords.ts';

/** Every source of the rights of one row; a source that gives only some of them names which. */
export function comesFrom(rights: readonly { readonly verb: Verb; readonly right: EffectiveRight }[]): string {
  const given = rights.filter(({ right }) => right.sources.length > 0);
  const verbsOf = new Map<string, Verb[]>();
  for (const { verb, right } of given)
    for (const source of right.sources) {
      const name = sourceWords(source);
      verbsOf.set(name, [...(verbsOf.get(name) ?? []), verb]);
    }
  const words = [...verbsOf].map(([name, verbs]) =>
    verbs.length === given.length ? name : `${name} (${verbs.map((verb) => VERB_LABELS[verb]).join(', ')})`,
  );
  return words.length === 0 ? 'not given' : words.join(' + ');
}

/** The sources of a single right. */
export function comesFromOne(right: EffectiveRight): string {
  return right.sources.length === 0 ? 'not given' : right.sources.map(sourceWords).join(' + ');
}

/** `+` given to this user alone, `−` taken from this user, or nothing. */
export function exceptionMark(right: EffectiveRight): '+' | '−' | null {
  if (right.isTakenAway) return '−';
  return right.sources.length === 1 && right.sources[0]?.kind === 'thisUser' ? '+' : null;
}
