// The screens of the menu Patients.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const PATIENTS_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/patients',
    title: 'Patients',
    menu: 'Patients',
    permission: 'patient:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/patients/PatientsScreen.tsx').then((m) => ({ default: m.PatientsScreen })),
    ),
  },
  {
    path: '/notes',
    title: 'Clinical notes',
    menu: 'Patients',
    permission: 'note:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/notes/NotesScreen.tsx').then((m) => ({ default: m.NotesScreen }))),
  },
  {
    path: '/ratings',
    title: 'Ratings',
    menu: 'Patients',
    permission: 'patient:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/ratings/RatingsScreen.tsx').then((m) => ({ default: m.RatingsScreen })),
    ),
  },
  {
    path: '/consents',
    title: 'Consents',
    menu: 'Patients',
    permission: 'consent:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/consents/ConsentsScreen.tsx').then((m) => ({ default: m.ConsentsScreen })),
    ),
  },
  {
    path: '/patient-grants',
    title: 'Shared patients',
    menu: 'Patients',
    permission: 'patientGrant:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/patientGrants/PatientGrantsScreen.tsx').then((m) => ({ default: m.PatientGrantsScreen })),
    ),
  },
];
