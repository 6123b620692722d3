// The views of the activity log that come with the program.
import type { ViewFilter } from './viewFilter.ts';

export interface ShippedView {
  readonly viewId: string;
  readonly name: string;
  readonly filter: ViewFilter;
}

/** What a Super User should look at regularly, one choice each.
 *  Source: 45 CFR 164.308(a)(1)(ii)(D) Information system activity review. */
export const SHIPPED_VIEWS: readonly ShippedView[] = [
  { viewId: 'refused-today', name: 'Refused today', filter: { period: 'today', outcome: 'notDone' } },
  { viewId: 'sign-in-trouble', name: 'Sign-in trouble this week', filter: { period: 'week', kind: 'signInTrouble' } },
  { viewId: 'rights-changes', name: 'Changes of rights', filter: { kind: 'rightsChanges' } },
  { viewId: 'data-moves', name: 'Imports and exports', filter: { kind: 'dataMoves' } },
  { viewId: 'alarms', name: 'Alarms and suspicious calls', filter: { kind: 'alarms' } },
];
