// Which rows a subject may reach, as data, and the one predicate over it (S5.13, S5.14, S2.27, S2.28, S2.106, S3.11).
import type { MaskGroup } from './mask.ts';
import { type ConditionedRow, type Conjunction, meets } from './rowCondition.ts';

/** The limits of a person. An empty list reaches nobody. */
export interface RowScope {
  /** All providers, or the patients of the named providers only. */
  readonly providers: 'all' | readonly string[];
  /** All locations, or the named ones only, with those below them listed one by one. */
  readonly locations: 'all' | readonly string[];
  /** Patients reached whatever the limits say: granted one by one, or one's own record. */
  readonly patientIds: readonly string[];
}

export const ALL_ROWS: RowScope = { providers: 'all', locations: 'all', patientIds: [] };
export const NO_ROWS: RowScope = { providers: [], locations: [], patientIds: [] };

/** What ties a row to the limits; `any`: by nature it belongs to none, and every limit lets it through. */
export interface LimitTies {
  readonly providerIds: 'any' | readonly string[];
  readonly locationIds: 'any' | readonly string[];
  /** The patient the row is, or is about. */
  readonly patientId: string | null;
}

/** Whether a row lies in the limits. A row of no provider is reached by All Providers only; the same for locations. */
export function inScope({ providerIds, locationIds, patientId }: LimitTies, scope: RowScope): boolean {
  if (patientId !== null && scope.patientIds.includes(patientId)) return true;
  return isAmong(providerIds, scope.providers) && isAmong(locationIds, scope.locations);
}

function isAmong(ids: 'any' | readonly string[], allowed: 'all' | readonly string[]): boolean {
  return allowed === 'all' || ids === 'any' || ids.some((id) => allowed.includes(id));
}

/** Whether every row of `inner` also lies in `outer`, as far as the limits alone can tell. */
export function isWithin(inner: RowScope, outer: RowScope): boolean {
  const reachesAll = outer.providers === 'all' && outer.locations === 'all';
  return (
    isSubset(inner.providers, outer.providers) &&
    isSubset(inner.locations, outer.locations) &&
    (reachesAll || inner.patientIds.every((id) => outer.patientIds.includes(id)))
  );
}

function isSubset(inner: 'all' | readonly string[], outer: 'all' | readonly string[]): boolean {
  return outer === 'all' || (inner !== 'all' && inner.every((id) => outer.includes(id)));
}

/** Classes of notes and patient records that need a right of their own besides that of their area (S3.11). */
export const SENSITIVITY_LABELS = ['mentalHealth', 'substanceUse', 'confidential'] as const;
export type SensitivityLabel = (typeof SENSITIVITY_LABELS)[number];

/** One way in which a right is held: over one's own rows or whoever's, under conditions or none. */
export interface Way {
  /** Own rows only: the user they must belong to. Null: whoever's. */
  readonly ownerId: string | null;
  readonly conditions: Conjunction;
}

/** Whoever's rows, without conditions. */
export const EVERY_WAY: readonly Way[] = [{ ownerId: null, conditions: [] }];

/** Which rows of any record type one permitted call reaches, and which fields stay masked. */
export interface RecordReach extends RowScope {
  /** A row must be open in at least one way; none at all reaches nothing. */
  readonly ways: readonly Way[];
  readonly hiddenLabels: readonly SensitivityLabel[];
  readonly hiddenMasks: readonly MaskGroup[];
}

/** Reaches every row unmasked: for the program's own look-ups, never for an answer. */
export const EVERY_ROW: RecordReach = { ...ALL_ROWS, ways: EVERY_WAY, hiddenLabels: [], hiddenMasks: [] };

/** Every row that belongs to one person: for the program's own look-ups. */
export function everyRowOf(userId: string): RecordReach {
  return { ...EVERY_ROW, ways: [{ ownerId: userId, conditions: [] }] };
}

/** What ties one row to people and places, with its values for conditions: its owner, whom it opens the patient to, the
 *  sensitivity labels of itself and of the patient it is about. */
export interface RowTies extends LimitTies, ConditionedRow {
  readonly ownerId: string | null;
  readonly grantedTo: string | null;
  readonly labels: readonly string[];
}

/** Whether a row lies within what a call reaches. */
export function isReached(row: RowTies, reach: RecordReach): boolean {
  if (row.labels.length > 0 && reach.hiddenLabels.some((hidden) => row.labels.includes(hidden))) return false;
  return (reach.ways === EVERY_WAY || reach.ways.some((way) => isOpenIn(row, way))) && inScope(row, reach);
}

function isOpenIn(row: RowTies, { ownerId, conditions }: Way): boolean {
  return (ownerId === null || row.ownerId === ownerId) && conditions.every((condition) => meets(row, condition));
}
