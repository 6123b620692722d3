// The whole page: theme, session, and which of set-up, sign-in or work is shown.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { queryClient } from '../ipc/queryClient.ts';
import { RecoveryScreen } from '../screens/signIn/RecoveryScreen.tsx';
import { SignInScreen } from '../screens/signIn/SignInScreen.tsx';
import { IdleWatch } from '../session/IdleWatch.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { useSession } from '../session/useSession.ts';
import { cssVariables, styleNonce, theme } from '../theme.ts';
import { pathOfDraft } from './screens.ts';

const readWork = () => import('./Work.tsx');
const readKiosk = () => import('./Kiosk.tsx');
const readSetup = () => import('../screens/setup/SetupScreen.tsx');
const Work = lazy(() => readWork().then((m) => ({ default: m.Work })));
const Kiosk = lazy(() => readKiosk().then((m) => ({ default: m.Kiosk })));
const SetupScreen = lazy(() => readSetup().then((m) => ({ default: m.SetupScreen })));

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
          <Suspense fallback={null}>
            <Stage />
          </Suspense>
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Before the pages are shown again after an unlock, the address is set to where the typed work belongs. */
function openScreenOfDraft(draftScreen: string): void {
  const path = pathOfDraft(draftScreen);
  if (path !== null && !window.location.hash.startsWith(`#${path}`)) openPath(path);
}

/** Behind the hash, in the place of what stood there: nobody goes back to a page of before. */
function openPath(path: string): void {
  window.location.replace(`#${path}`);
}

function Stage() {
  const { state, subject } = useSession();
  const { practiceName, stage } = state;
  const [newRecoveryCode, setNewRecoveryCode] = useState<string | null>(null);
  useEffect(() => {
    document.title = practiceName === null ? 'Keyward' : `Keyward - ${practiceName}`;
  }, [practiceName]);
  // What comes after the entrance is read while the person types, not while they wait for it.
  useEffect(() => {
    void readWork();
  }, []);

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
        <SetupScreen onOpen={openPath} />
        {subject === null ? null : <IdleWatch />}
      </>
    );
  if (stage === 'open' && subject !== null) return subject.isPatient ? <Kiosk /> : <Work />;
  return <SignInScreen onRecovered={setNewRecoveryCode} />;
}
