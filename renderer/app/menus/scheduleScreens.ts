// The screens of the menu Schedule.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const SCHEDULE_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/schedule',
    title: 'Schedule',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/schedule/ScheduleScreen.tsx').then((m) => ({ default: m.ScheduleScreen })),
    ),
  },
  {
    path: '/appointments',
    title: 'Find appointments',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/schedule/AppointmentsScreen.tsx').then((m) => ({ default: m.AppointmentsScreen })),
    ),
  },
  {
    path: '/working-hours',
    title: 'Working hours',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/schedule/HoursScreen.tsx').then((m) => ({ default: m.HoursScreen }))),
  },
  {
    path: '/breaks',
    title: 'Breaks and absences',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/schedule/BreaksScreen.tsx').then((m) => ({ default: m.BreaksScreen }))),
  },
];
