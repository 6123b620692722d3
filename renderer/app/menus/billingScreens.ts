// The screens of the menu Billing.
import { lazy } from 'react';
import type { ScreenEntry } from '../screenEntry.ts';

export const BILLING_SCREENS: readonly ScreenEntry[] = [
  {
    path: '/claims',
    title: 'Claims',
    menu: 'Billing',
    permission: 'claim:read',
    shortcut: null,
    Component: lazy(() => import('../../screens/billing/ClaimsScreen.tsx').then((m) => ({ default: m.ClaimsScreen }))),
  },
  {
    path: '/charges',
    title: 'Charges',
    menu: 'Billing',
    permission: 'claim:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/billing/ChargesScreen.tsx').then((m) => ({ default: m.ChargesScreen })),
    ),
  },
  {
    path: '/invoices',
    title: 'Invoices',
    menu: 'Billing',
    permission: 'financial:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/billing/InvoicesScreen.tsx').then((m) => ({ default: m.InvoicesScreen })),
    ),
  },
  {
    path: '/refunds',
    title: 'Refunds',
    menu: 'Billing',
    permission: 'financial:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/billing/RefundsScreen.tsx').then((m) => ({ default: m.RefundsScreen })),
    ),
  },
  {
    path: '/reconciliation',
    title: 'Reconciliation',
    menu: 'Billing',
    permission: 'financial:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/billing/ReconciliationScreen.tsx').then((m) => ({ default: m.ReconciliationScreen })),
    ),
  },
  {
    path: '/outside-review',
    title: 'Outside review',
    menu: 'Billing',
    permission: 'financial:approve',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/billing/OutsideReviewScreen.tsx').then((m) => ({ default: m.OutsideReviewScreen })),
    ),
  },
  {
    path: '/billing-report',
    title: 'Billing report',
    menu: 'Billing',
    permission: 'report:read',
    shortcut: null,
    Component: lazy(() =>
      import('../../screens/billing/BillingReportScreen.tsx').then((m) => ({ default: m.BillingReportScreen })),
    ),
  },
];
