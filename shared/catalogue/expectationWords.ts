// An expectation as one plain sentence: "Ortiz, Lena must not open a clinical note of Lee, Ann." (P6).
import type { AboutKind } from './aboutKinds.ts';
import { taskWords } from './expectedAct.ts';

/** An expectation with the names of what it is about. */
export interface SaidExpectation {
  readonly who: { readonly kind: 'user' | 'role'; readonly name: string };
  readonly isMust: boolean;
  readonly act: string;
  /** `name` null: not told to whoever reads this, or kept out of the log. */
  readonly about: { readonly kind: AboutKind; readonly name: string | null };
}

/** The sentence; complete with its full stop. */
export function expectationSentence({ who, isMust, act, about }: SaidExpectation): string {
  const whom = who.kind === 'user' ? who.name : `Everybody with the role “${who.name}”`;
  return `${whom} ${isMust ? 'must be able to' : 'must not'} ${taskWords(act)}${aboutWords(about)}.`;
}

function aboutWords({ kind, name }: SaidExpectation['about']): string {
  switch (kind) {
    case 'any':
      return '';
    case 'record':
      return name === null ? ' (a certain one)' : ` (${name})`;
    case 'patient':
      return ` of ${name ?? 'a certain patient'}`;
    case 'provider':
      return ` that belongs to ${name ?? 'a certain provider'} alone`;
  }
}
