// Which rows a subject may reach, as data, and the one predicate over it (S5.13, S5.14, S2.27, S3.11).
import type { MaskGroup } from './mask.ts';

/** All providers, or the patients of the named providers only; an empty list reaches nobody. */
export type RowScope = { readonly providers: 'all' } | { readonly providers: readonly string[] };

/** Whether a row that belongs to `providerIds` lies in the scope. A row of no provider is reached by All Providers only. */
export function inScope(rowProviderIds: readonly string[], scope: RowScope): boolean {
  const { providers } = scope;
  return providers === 'all' || rowProviderIds.some((id) => providers.includes(id));
}

/** Whether every row of `inner` also lies in `outer`. */
export function isWithin(inner: RowScope, outer: RowScope): boolean {
  if (outer.providers === 'all') return true;
  if (inner.providers === 'all') return false;
  const { providers } = outer;
  return inner.providers.every((id) => providers.includes(id));
}

/** Classes of notes and patient records that need a right of their own besides that of their area (S3.11). */
export const SENSITIVITY_LABELS = ['mentalHealth', 'substanceUse', 'confidential'] as const;
export type SensitivityLabel = (typeof SENSITIVITY_LABELS)[number];

/** Which rows of any record type one permitted call reaches, and which fields stay masked. */
export type RecordReach = RowScope & {
  /** Own rows only: the user they must belong to. Null: whoever's. */
  readonly ownerId: string | null;
  readonly hiddenLabels: readonly SensitivityLabel[];
  readonly hiddenMasks: readonly MaskGroup[];
};

/** Reaches every row unmasked: for the program's own look-ups, never for an answer. */
export const EVERY_ROW: RecordReach = { providers: 'all', ownerId: null, hiddenLabels: [], hiddenMasks: [] };

/** What ties one row to people: its providers (`any`: it belongs to none by nature), its owner,
 *  and the sensitivity labels of itself and of the patient it is about. */
export interface RowTies {
  readonly providerIds: 'any' | readonly string[];
  readonly ownerId: string | null;
  readonly labels: readonly string[];
}

/** Whether a row lies within what a call reaches. */
export function isReached(row: RowTies, reach: RecordReach): boolean {
  if (reach.ownerId !== null && row.ownerId !== reach.ownerId) return false;
  if (reach.hiddenLabels.some((hidden) => row.labels.includes(hidden))) return false;
  return row.providerIds === 'any' || inScope(row.providerIds, reach);
}
