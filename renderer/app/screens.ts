// Every screen once: path, menu place, needed right, key. Routes, menu and guard derive from this list.
import { type ComponentType, lazy } from 'react';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ShortcutName } from './shortcuts.ts';

export const MENUS = [
  'File',
  'Patients',
  'Schedule',
  'Billing',
  'Lists',
  'Office',
  'Reports',
  'Security',
  'Help',
] as const;
export type MenuName = (typeof MENUS)[number];

export interface ScreenEntry {
  readonly path: `/${string}`;
  readonly title: string;
  readonly menu: MenuName;
  /** Null: everybody who is signed in. */
  readonly permission: PermissionId | null;
  readonly shortcut: ShortcutName | null;
  readonly Component: ComponentType;
  /** Stands in the menu only as long as the getting-started checklist is open. */
  readonly isForFirstWeek?: true;
}

/** In the order in which a start page is looked for: the first one the person may open. */
export const SCREENS: readonly ScreenEntry[] = [
  {
    path: '/users',
    title: 'Users',
    menu: 'Security',
    permission: 'user:read',
    shortcut: 'users',
    Component: lazy(() => import('../screens/users/UsersScreen.tsx').then((m) => ({ default: m.UsersScreen }))),
  },
  {
    path: '/roles',
    title: 'Roles',
    menu: 'Security',
    permission: 'role:read',
    shortcut: 'roles',
    Component: lazy(() => import('../screens/roles/RolesScreen.tsx').then((m) => ({ default: m.RolesScreen }))),
  },
  {
    path: '/who-can',
    title: 'Who can',
    menu: 'Security',
    permission: 'user:read',
    shortcut: null,
    Component: lazy(() => import('../screens/whoCan/WhoCanScreen.tsx').then((m) => ({ default: m.WhoCanScreen }))),
  },
  {
    path: '/activity',
    title: 'Activity log',
    menu: 'Security',
    permission: 'audit:read',
    shortcut: 'activity',
    Component: lazy(() =>
      import('../screens/activity/ActivityScreen.tsx').then((m) => ({ default: m.ActivityScreen })),
    ),
  },
  {
    path: '/settings',
    title: 'Settings',
    menu: 'Security',
    permission: 'setting:read',
    shortcut: 'settings',
    Component: lazy(() =>
      import('../screens/settings/SettingsScreen.tsx').then((m) => ({ default: m.SettingsScreen })),
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
      import('../screens/gettingStarted/GettingStartedScreen.tsx').then((m) => ({ default: m.GettingStartedScreen })),
    ),
  },
  {
    path: '/patients',
    title: 'Patients',
    menu: 'Patients',
    permission: 'patient:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/patients/PatientsScreen.tsx').then((m) => ({ default: m.PatientsScreen })),
    ),
  },
  {
    path: '/notes',
    title: 'Clinical notes',
    menu: 'Patients',
    permission: 'note:read',
    shortcut: null,
    Component: lazy(() => import('../screens/notes/NotesScreen.tsx').then((m) => ({ default: m.NotesScreen }))),
  },
  {
    path: '/schedule',
    title: 'Schedule',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/schedule/ScheduleScreen.tsx').then((m) => ({ default: m.ScheduleScreen })),
    ),
  },
  {
    path: '/appointments',
    title: 'Find appointments',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/schedule/AppointmentsScreen.tsx').then((m) => ({ default: m.AppointmentsScreen })),
    ),
  },
  {
    path: '/working-hours',
    title: 'Working hours',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() => import('../screens/schedule/HoursScreen.tsx').then((m) => ({ default: m.HoursScreen }))),
  },
  {
    path: '/breaks',
    title: 'Breaks and absences',
    menu: 'Schedule',
    permission: 'schedule:read',
    shortcut: null,
    Component: lazy(() => import('../screens/schedule/BreaksScreen.tsx').then((m) => ({ default: m.BreaksScreen }))),
  },
  {
    path: '/ratings',
    title: 'Ratings',
    menu: 'Patients',
    permission: 'patient:read',
    shortcut: null,
    Component: lazy(() => import('../screens/ratings/RatingsScreen.tsx').then((m) => ({ default: m.RatingsScreen }))),
  },
  {
    path: '/provider-metrics',
    title: 'Provider metrics',
    menu: 'Reports',
    permission: 'report:readMetrics',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/providerMetrics/ProviderMetricsScreen.tsx').then((m) => ({
        default: m.ProviderMetricsScreen,
      })),
    ),
  },
  {
    path: '/calls',
    title: 'Calls',
    menu: 'Office',
    permission: 'call:read',
    shortcut: null,
    Component: lazy(() => import('../screens/calls/CallsScreen.tsx').then((m) => ({ default: m.CallsScreen }))),
  },
  {
    path: '/stock',
    title: 'Stock',
    menu: 'Office',
    permission: 'inventory:read',
    shortcut: null,
    Component: lazy(() => import('../screens/inventory/StockScreen.tsx').then((m) => ({ default: m.StockScreen }))),
  },
  {
    path: '/products',
    title: 'Products',
    menu: 'Office',
    permission: 'inventory:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/inventory/ProductsScreen.tsx').then((m) => ({ default: m.ProductsScreen })),
    ),
  },
  {
    path: '/orders',
    title: 'Orders',
    menu: 'Office',
    permission: 'inventory:read',
    shortcut: null,
    Component: lazy(() => import('../screens/inventory/OrdersScreen.tsx').then((m) => ({ default: m.OrdersScreen }))),
  },
  {
    path: '/time-clock',
    title: 'Time clock',
    menu: 'Office',
    permission: 'timeClock:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/timeClock/TimeClockScreen.tsx').then((m) => ({ default: m.TimeClockScreen })),
    ),
  },
  {
    path: '/punches',
    title: 'Punches',
    menu: 'Office',
    permission: 'timeClock:read',
    shortcut: null,
    Component: lazy(() => import('../screens/timeClock/PunchesScreen.tsx').then((m) => ({ default: m.PunchesScreen }))),
  },
  {
    path: '/providers',
    title: 'Providers',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/providers/ProvidersScreen.tsx').then((m) => ({ default: m.ProvidersScreen })),
    ),
  },
  {
    path: '/locations',
    title: 'Locations',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() => import('../screens/lists/LocationsScreen.tsx').then((m) => ({ default: m.LocationsScreen }))),
  },
  {
    path: '/payers',
    title: 'Payers',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() => import('../screens/lists/PayersScreen.tsx').then((m) => ({ default: m.PayersScreen }))),
  },
  {
    path: '/procedure-codes',
    title: 'Procedure codes',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/lists/ProcedureCodesScreen.tsx').then((m) => ({ default: m.ProcedureCodesScreen })),
    ),
  },
  {
    path: '/diagnosis-codes',
    title: 'Diagnosis codes',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/lists/DiagnosisCodesScreen.tsx').then((m) => ({ default: m.DiagnosisCodesScreen })),
    ),
  },
  {
    path: '/fees',
    title: 'Fee schedule',
    menu: 'Lists',
    permission: 'list:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/lists/FeeScheduleScreen.tsx').then((m) => ({ default: m.FeeScheduleScreen })),
    ),
  },
  {
    path: '/claims',
    title: 'Claims',
    menu: 'Billing',
    permission: 'claim:read',
    shortcut: null,
    Component: lazy(() => import('../screens/billing/ClaimsScreen.tsx').then((m) => ({ default: m.ClaimsScreen }))),
  },
  {
    path: '/charges',
    title: 'Charges',
    menu: 'Billing',
    permission: 'claim:read',
    shortcut: null,
    Component: lazy(() => import('../screens/billing/ChargesScreen.tsx').then((m) => ({ default: m.ChargesScreen }))),
  },
  {
    path: '/invoices',
    title: 'Invoices',
    menu: 'Billing',
    permission: 'financial:read',
    shortcut: null,
    Component: lazy(() => import('../screens/billing/InvoicesScreen.tsx').then((m) => ({ default: m.InvoicesScreen }))),
  },
  {
    path: '/refunds',
    title: 'Refunds',
    menu: 'Billing',
    permission: 'financial:read',
    shortcut: null,
    Component: lazy(() => import('../screens/billing/RefundsScreen.tsx').then((m) => ({ default: m.RefundsScreen }))),
  },
  {
    path: '/reconciliation',
    title: 'Reconciliation',
    menu: 'Billing',
    permission: 'financial:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/billing/ReconciliationScreen.tsx').then((m) => ({ default: m.ReconciliationScreen })),
    ),
  },
  {
    path: '/billing-report',
    title: 'Billing report',
    menu: 'Billing',
    permission: 'report:read',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/billing/BillingReportScreen.tsx').then((m) => ({ default: m.BillingReportScreen })),
    ),
  },
  {
    path: '/import',
    title: 'Import',
    menu: 'File',
    permission: 'people:import',
    shortcut: null,
    Component: lazy(() => import('../screens/import/ImportScreen.tsx').then((m) => ({ default: m.ImportScreen }))),
  },
  {
    path: '/fhir-export',
    title: 'Export a FHIR bundle',
    menu: 'File',
    permission: 'patient:export',
    shortcut: null,
    Component: lazy(() =>
      import('../screens/fhirExport/FhirExportScreen.tsx').then((m) => ({ default: m.FhirExportScreen })),
    ),
  },
  {
    path: '/account',
    title: 'My password',
    menu: 'File',
    permission: null,
    shortcut: null,
    Component: lazy(() => import('../screens/account/AccountScreen.tsx').then((m) => ({ default: m.AccountScreen }))),
  },
];

/** The first screen this person may open; everybody may at least change their own password. */
export function firstScreen(can: (permission: PermissionId) => boolean): ScreenEntry {
  const found = SCREENS.find(({ permission }) => permission === null || can(permission));
  if (found === undefined) throw new Error('the screen list holds none for everybody');
  return found;
}

/** The path of the screen a draft belongs to; `users/new` belongs to `/users`. */
export function pathOfDraft(draftScreen: string): string | null {
  const [first] = draftScreen.replace(/^\//, '').split('/');
  return SCREENS.find(({ path }) => path === `/${first}`)?.path ?? null;
}
