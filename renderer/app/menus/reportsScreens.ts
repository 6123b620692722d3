// The screens of the menu Reports.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const REPORTS_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/provider-metrics',
    title: 'Provider metrics',
    menu: 'Reports',
    permission: 'report:readMetrics',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/providerMetrics/ProviderMetricsScreen.tsx').then((m) => ({
        default: m.ProviderMetricsScreen,
      })),
    ),
  },
];
