// The routes, made from the list of screens; addresses live behind the hash because pages come from app://.
import { Button } from '@mantine/core';
import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useSession } from '../session/useSession.ts';
import { Frame } from './Frame.tsx';
import { PageLoading } from './PageLoading.tsx';
import type { ScreenEntry } from './screenEntry.ts';
import { firstScreen, SCREENS } from './screens.ts';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: StartPage });

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage }),
  ...SCREENS.map((screen) =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: screen.path,
      component: () => <GuardedScreen screen={screen} />,
    }),
  ),
];

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: BrokenScreen,
});

/** A screen that could not be shown; what was typed elsewhere stays, and the way out is named. */
function BrokenScreen({ reset }: { readonly reset: () => void }) {
  return (
    <EmptyState
      title="This page could not be shown"
      hint="Nothing you saved is lost. Show it again, or choose another page from the menu."
      action={<Button onClick={reset}>Show it again</Button>}
    />
  );
}

function StartPage() {
  const { can } = useSession();
  return <Navigate to={firstScreen(can).path} replace />;
}

/** Saves the trip to a page whose first call would be refused anyway; the refusal itself stays the main process's. */
function GuardedScreen({ screen }: { readonly screen: ScreenEntry }) {
  const { can } = useSession();
  const { permission, title, Component } = screen;
  if (permission !== null && !can(permission))
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={`You cannot open ${title}`}
          hint={`It needs “${PERMISSIONS[permission].label}”. A Super User can give it to you.`}
        />
      </>
    );
  return (
    <Suspense fallback={<PageLoading title={title} />}>
      <Component />
    </Suspense>
  );
}
