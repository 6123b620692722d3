// The screens of the menu Lists.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const LISTS_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/providers',
    title: 'Providers',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/providers/ProvidersScreen.tsx').then((m) => ({ default: m.ProvidersScreen })),
    ),
  },
  {
    path: '/locations',
    title: 'Locations',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/lists/LocationsScreen.tsx').then((m) => ({ default: m.LocationsScreen })),
    ),
  },
  {
    path: '/payers',
    title: 'Payers',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/lists/PayersScreen.tsx').then((m) => ({ default: m.PayersScreen }))),
  },
  {
    path: '/procedure-codes',
    title: 'Procedure codes',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/lists/ProcedureCodesScreen.tsx').then((m) => ({ default: m.ProcedureCodesScreen })),
    ),
  },
  {
    path: '/diagnosis-codes',
    title: 'Diagnosis codes',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/lists/DiagnosisCodesScreen.tsx').then((m) => ({ default: m.DiagnosisCodesScreen })),
    ),
  },
  {
    path: '/fees',
    title: 'Fee schedule',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/lists/FeeScheduleScreen.tsx').then((m) => ({ default: m.FeeScheduleScreen })),
    ),
  },
  {
    path: '/consent-templates',
    title: 'Consent templates',
    menu: 'Lists',
    permission: 'consentTemplate:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/consents/ConsentTemplatesScreen.tsx').then((m) => ({ default: m.ConsentTemplatesScreen })),
    ),
  },
  {
    path: '/organization',
    title: 'Practice data',
    menu: 'Lists',
    permission: 'organization:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/organization/OrganizationScreen.tsx').then((m) => ({ default: m.OrganizationScreen })),
    ),
  },
];
