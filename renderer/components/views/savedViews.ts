// A person's own views of one list: filters under a name, and the acts on them.
import { canonicalJson } from '../../../shared/canonicalJson.ts';
import type { ViewParts } from '../../../shared/catalogue/viewLists.ts';
import type { Refusal } from '../../../shared/errors.ts';

export interface SavedView<Filter> {
  readonly viewId: string;
  readonly version: number;
  readonly name: string;
  readonly filter: Filter;
}

interface Act<Input> {
  /** Null when refused. */
  readonly run: (input: Input) => Promise<object | null>;
  readonly refusal: Refusal | null;
  readonly clearRefusal: () => void;
  readonly isRunning: boolean;
}

export interface SavedViews<Filter> {
  readonly own: readonly SavedView<Filter>[];
  readonly shipped: readonly Omit<SavedView<Filter>, 'version'>[];
  readonly add: Act<{ name: string; filter: Filter }>;
  readonly rename: Act<{ viewId: string; version: number; name: string }>;
  readonly remove: Act<{ viewId: string; version: number }>;
  /** Asks for the views anew. */
  readonly askAgain: () => Promise<void>;
}

/** Only the list of views changes; asking for everything shown would fill the log with looks. */
export const APART = { refreshes: false };

/** Whether two filters ask for the same. */
export function isSameFilter<Filter extends ViewParts>(one: Filter, other: Filter): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
