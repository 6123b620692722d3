// The frame of the working app: menu bar, notices to Super Users, the open page, status bar.
import { useHotkeys } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { queryClient } from '../ipc/queryClient.ts';
import { useSession } from '../session/useSession.ts';
import { AlarmStrip } from './AlarmStrip.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { isDialogOpen } from './isDialogOpen.ts';
import { LicenseStrip } from './LicenseStrip.tsx';
import { MenuBar } from './MenuBar.tsx';
import { focusNextPane } from './nextPane.ts';
import { OutsideReviewStrip } from './OutsideReviewStrip.tsx';
import { StatusBar } from './StatusBar.tsx';
import { SCREENS } from './screens.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { useFocusKeeper } from './useFocusKeeper.ts';
import { useScreen } from './useScreen.ts';
import { WorkPlaceStrip } from './WorkPlaceStrip.tsx';

export function Frame() {
  const { can, lock } = useSession();
  const { open } = useScreen();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const leaveFor = (path: string) => {
    if (!isDialogOpen()) open(path);
  };
  // What is being decided in a dialog stays as it was when it opened.
  const askAnew = () => {
    if (!isDialogOpen()) void queryClient.invalidateQueries();
  };
  useFocusOnNewPage();
  useFocusKeeper();
  useHotkeys(
    [
      ...SCREENS.flatMap(({ path, permission, shortcut }): [string, () => void][] =>
        shortcut !== null && (permission === null || can(permission))
          ? [[SHORTCUTS[shortcut].keys, () => leaveFor(path)]]
          : [],
      ),
      [SHORTCUTS.lock.keys, () => void lock('user')],
      [SHORTCUTS.nextPane.keys, () => focusNextPane(1)],
      [`shift+${SHORTCUTS.nextPane.keys}`, () => focusNextPane(-1)],
      [SHORTCUTS.help.keys, () => setIsHelpOpen(true)],
      [SHORTCUTS.refresh.keys, askAnew],
    ],
    [],
  );
  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the page
      </button>
      <MenuBar onHelp={() => setIsHelpOpen(true)} />
      <main id="main" className="page" tabIndex={-1}>
        <AlarmStrip />
        <LicenseStrip />
        <WorkPlaceStrip />
        <OutsideReviewStrip />
        <Outlet />
      </main>
      <StatusBar />
      <HelpDialog opened={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </div>
  );
}

/** A new page takes the focus, so that a screen reader says where one is; so does the page after the entrance, whose
 *  form had it and is gone. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation();
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current === null && document.activeElement !== document.body) before.current = pathname;
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById('main')?.focus();
  }, [pathname]);
}
