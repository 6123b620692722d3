// The screens of the menu Office.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const OFFICE_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/calls',
    title: 'Calls',
    menu: 'Office',
    permission: 'call:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/calls/CallsScreen.tsx').then((m) => ({ default: m.CallsScreen }))),
  },
  {
    path: '/stock',
    title: 'Stock',
    menu: 'Office',
    permission: 'inventory:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/inventory/StockScreen.tsx').then((m) => ({ default: m.StockScreen }))),
  },
  {
    path: '/products',
    title: 'Products',
    menu: 'Office',
    permission: 'inventory:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/inventory/ProductsScreen.tsx').then((m) => ({ default: m.ProductsScreen })),
    ),
  },
  {
    path: '/orders',
    title: 'Orders',
    menu: 'Office',
    permission: 'inventory:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/inventory/OrdersScreen.tsx').then((m) => ({ default: m.OrdersScreen })),
    ),
  },
  {
    path: '/time-clock',
    title: 'Time clock',
    menu: 'Office',
    permission: 'timeClock:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/timeClock/TimeClockScreen.tsx').then((m) => ({ default: m.TimeClockScreen })),
    ),
  },
  {
    path: '/punches',
    title: 'Punches',
    menu: 'Office',
    permission: 'timeClock:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/timeClock/PunchesScreen.tsx').then((m) => ({ default: m.PunchesScreen })),
    ),
  },
];
