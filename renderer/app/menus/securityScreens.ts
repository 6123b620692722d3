// The screens of the menu Security.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const SECURITY_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/users',
    title: 'Users',
    menu: 'Security',
    permission: 'user:read',
    shortcut: 'users',
    Component: lazy(() => import('../../screens/users/UsersScreen.tsx').then((m) => ({ default: m.UsersScreen }))),
  },
  {
    path: '/roles',
    title: 'Roles',
    menu: 'Security',
    permission: 'role:read',
    shortcut: 'roles',
    Component: lazy(() => import('../../screens/roles/RolesScreen.tsx').then((m) => ({ default: m.RolesScreen }))),
  },
  {
    path: '/approvals',
    title: 'Approvals',
    menu: 'Security',
    permission: 'role:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/approvals/ApprovalsScreen.tsx').then((m) => ({ default: m.ApprovalsScreen })),
    ),
  },
  {
    path: '/who-can',
    title: 'Who can',
    menu: 'Security',
    permission: 'user:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/whoCan/WhoCanScreen.tsx').then((m) => ({ default: m.WhoCanScreen }))),
  },
  {
    path: '/unused-rights',
    title: 'Unused rights',
    menu: 'Security',
    permission: 'user:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/unusedRights/UnusedRightsScreen.tsx').then((m) => ({ default: m.UnusedRightsScreen })),
    ),
  },
  {
    path: '/expectations',
    title: 'Expectations',
    menu: 'Security',
    permission: 'user:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/expectations/ExpectationsScreen.tsx').then((m) => ({ default: m.ExpectationsScreen })),
    ),
  },
  {
    path: '/activity',
    title: 'Activity log',
    menu: 'Security',
    permission: 'audit:read',
    shortcut: 'activity',
    Component: lazy(() =>
      import('../../screens/activity/ActivityScreen.tsx').then((m) => ({ default: m.ActivityScreen })),
    ),
  },
  {
    path: '/proof',
    title: 'Proof run',
    menu: 'Security',
    permission: 'audit:verify',
    shortcut: null,
    Component: lazy(() => import('../../screens/proof/ProofScreen.tsx').then((m) => ({ default: m.ProofScreen }))),
  },
  {
    path: '/settings',
    title: 'Settings',
    menu: 'Security',
    permission: 'setting:read',
    shortcut: 'settings',
    Component: lazy(() =>
      import('../../screens/settings/SettingsScreen.tsx').then((m) => ({ default: m.SettingsScreen })),
    ),
  },
  {
    path: '/getting-started',
    title: 'Getting started',
    menu: 'Security',
    permission: 'checklist:use',
    shortcut: null,
    isForFirstWeek: true,
    Component: lazy(() =>
      import('../../screens/gettingStarted/GettingStartedScreen.tsx').then((m) => ({
        default: m.GettingStartedScreen,
      })),
    ),
  },
];
