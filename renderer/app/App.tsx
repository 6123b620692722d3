// The whole page: theme, session, and which of set-up, sign-in or work is shown.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queryClient } from '../ipc/queryClient.ts';
import { SetupScreen } from '../screens/setup/SetupScreen.tsx';
import { RecoveryScreen } from '../screens/signIn/RecoveryScreen.tsx';
import { SignInScreen } from '../screens/signIn/SignInScreen.tsx';
import { IdleWatch } from '../session/IdleWatch.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { useSession } from '../session/useSession.ts';
import { cssVariables, styleNonce, theme } from '../theme.ts';
import { router } from './router.tsx';
import { pathOfDraft } from './screens.ts';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-left" limit={4} />
      <QueryClientProvider client={queryClient}>
        <SessionProvider onDraft={openScreenOfDraft}>
          <Stage />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Before the pages are shown again after an unlock, the address is set to where the typed work belongs. */
function openScreenOfDraft(draftScreen: string): void {
  const path = pathOfDraft(draftScreen);
  if (path === null || window.location.hash.startsWith(`#${path}`)) return;
  router.history.replace(path);
}

function Stage() {
  const { state, subject } = useSession();
  const { practiceName, stage } = state;
  const [newRecoveryCode, setNewRecoveryCode] = useState<string | null>(null);
  useEffect(() => {
    document.title = practiceName === null ? 'Keyward' : `Keyward - ${practiceName}`;
  }, [practiceName]);

  if (subject?.kind === 'recovery')
    return (
      <>
        <RecoveryScreen newRecoveryCode={newRecoveryCode} onProved={() => setNewRecoveryCode(null)} />
        <IdleWatch />
      </>
    );
  // One element for both stages: the wizard goes on without losing what it holds when its user becomes signed in.
  if (stage === 'firstRun' || (stage === 'setupUnfinished' && subject !== null))
    return (
      <>
        <SetupScreen onOpen={(path) => router.history.replace(path)} />
        {subject === null ? null : <IdleWatch />}
      </>
    );
  if (stage === 'open' && subject !== null)
    return (
      <>
        <RouterProvider router={router} />
        <IdleWatch />
      </>
    );
  return <SignInScreen onRecovered={setNewRecoveryCode} />;
}
