// The screens of the menu File.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const FILE_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/import',
    title: 'Import',
    menu: 'File',
    permission: 'people:import',
    shortcut: null,
    Component: lazy(() => import('../../screens/import/ImportScreen.tsx').then((m) => ({ default: m.ImportScreen }))),
  },
  {
    path: '/fhir-export',
    title: 'Export a FHIR bundle',
    menu: 'File',
    permission: 'patient:export',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/fhirExport/FhirExportScreen.tsx').then((m) => ({ default: m.FhirExportScreen })),
    ),
  },
  {
    path: '/account',
    title: 'My password',
    menu: 'File',
    permission: null,
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/account/AccountScreen.tsx').then((m) => ({ default: m.AccountScreen })),
    ),
  },
];
