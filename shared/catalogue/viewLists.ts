// The lists whose filters a person can keep under a name, and what each list understands of them (S2.37).
import { SHIPPED_VIEWS } from './shippedViews.ts';
import { readUserViewFilter, type UserViewFilter } from './userList.ts';
import { readViewFilter, type ViewFilter } from './viewFilter.ts';

/** A filter by its members. */
export interface ViewParts {
  readonly [part: string]: string | number | undefined;
}

export interface ViewList<Filter extends ViewParts> {
  readonly id: 'activity' | 'users';
  /** Completes "in …". */
  readonly label: string;
  /** What this version understands of stored filters. */
  readonly read: (stored: unknown) => Filter;
  readonly shipped: readonly { readonly viewId: string; readonly name: string; readonly filter: Filter }[];
  /** The member with words to find: they may name a patient, and the log keeps what it holds for good. */
  readonly wordsPart: keyof Filter & string;
}

export const ACTIVITY_VIEWS: ViewList<ViewFilter> = {
  id: 'activity',
  label: 'the activity log',
  read: readViewFilter,
  shipped: SHIPPED_VIEWS,
  wordsPart: 'text',
};

export const USER_VIEWS: ViewList<UserViewFilter> = {
  id: 'users',
  label: 'the list of users',
  read: readUserViewFilter,
  shipped: [],
  wordsPart: 'search',
};
