// The menu bar on top, made from the list of screens, with the person, the look and the lock on the right.
import { Button, Kbd, Menu, Menubar, Text, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { KeyRound, Lock } from 'lucide-react';
import { useRef, useState } from 'react';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import { useChecklist } from '../ipc/useChecklist.ts';
import { useSession } from '../session/useSession.ts';
import { ColorSchemeSwitch } from './ColorSchemeSwitch.tsx';
import { isDialogOpen } from './isDialogOpen.ts';
import { PunchButton } from './PunchButton.tsx';
import { MENUS, type MenuName } from './screenEntry.ts';
import { SCREENS } from './screens.ts';
import { SHORTCUTS, type Shortcut } from './shortcuts.ts';
import { useAltAlone } from './useAltAlone.ts';
import { useScreen } from './useScreen.ts';

const FOCUS_AFTER_MS = 60;

interface MenuEntry {
  readonly label: string;
  readonly shortcut: Shortcut | null;
  /** Why it cannot be opened; null when it can. */
  readonly barredBecause: string | null;
  readonly isCurrent?: boolean;
  readonly run: () => void;
}

export function MenuBar({ onHelp }: { readonly onHelp: () => void }) {
  const { subject, can, lock, signOut } = useSession();
  const { screen: current, open } = useScreen();
  const isFirstWeek = useChecklist().value?.isShown ?? false;
  const bar = useRef<HTMLDivElement>(null);
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const lastOpen = useRef(0);

  const changeOpen = (index: number | null) => {
    // The kit gives the focus back only for the menu opened first (P21). It moves the focus late, so this waits longer,
    // and leaves it alone where a page or a dialog has taken it meanwhile.
    if (index === null)
      setTimeout(() => {
        if (isFocusLost()) focusMenu(bar.current, lastOpen.current);
      }, FOCUS_AFTER_MS);
    else lastOpen.current = index;
    setOpenIndex(index);
  };
  const toMenus = () => {
    if (!isDialogOpen()) focusMenu(bar.current, 0);
  };
  useHotkeys([[SHORTCUTS.menus.keys, toMenus]], []);
  useAltAlone(toMenus);

  const entriesOf = (menu: MenuName): MenuEntry[] => {
    const shown = SCREENS.filter((screen) => screen.menu === menu && (isFirstWeek || !screen.isForFirstWeek));
    const entries = shown.map(
      ({ title, permission, path, shortcut }): MenuEntry => ({
        label: title,
        shortcut: shortcut === null ? null : SHORTCUTS[shortcut],
        barredBecause:
          permission === null || can(permission)
            ? null
            : `Needs “${PERMISSIONS[permission].label}”. A Super User can give it to you.`,
        isCurrent: current?.path === path,
        // The open page is gone to all the same: whoever chose it wants the keyboard there.
        run: () => (current?.path === path ? document.getElementById('main')?.focus() : open(path)),
      }),
    );
    const always = { barredBecause: null } as const;
    if (menu === 'File') {
      entries.push({ ...always, label: 'Lock the screen', shortcut: SHORTCUTS.lock, run: () => void lock('user') });
      entries.push({ ...always, label: 'Sign out', shortcut: null, run: () => void signOut() });
    }
    if (menu === 'Help') entries.push({ ...always, label: 'Keys', shortcut: SHORTCUTS.help, run: onHelp });
    return entries;
  };

  return (
    <header className="menu-bar">
      <span className="brand">
        <KeyRound size={16} aria-hidden /> Keyward
      </span>
      <Menubar ref={bar} openIndex={openIndex} onOpenChange={changeOpen} aria-label="Main menu" className="menus">
        {MENUS.map((menu) => (
          <Menubar.Menu
            key={menu}
            withInitialFocusPlaceholder={false}
            shadow="md"
            width={270}
            // There at once: the kit looks for the first line after 40 ms, which on a busy computer is within a fading-in.
            transitionProps={{ duration: 0 }}
          >
            <Menubar.Target>{menu}</Menubar.Target>
            <Menubar.Dropdown>
              {entriesOf(menu).map((entry) => (
                <MenuLine key={entry.label} entry={entry} />
              ))}
            </Menubar.Dropdown>
          </Menubar.Menu>
        ))}
      </Menubar>
      <div className="menu-bar-end">
        <Text size="sm" className="who" component="span">
          {subject?.name}
          {subject?.isSuperUser ? ' · Super User' : roleWords(subject?.roleNames)}
        </Text>
        <PunchButton />
        <ColorSchemeSwitch />
        <Button
          size="compact-sm"
          className="on-bar"
          leftSection={<Lock size={14} />}
          onClick={() => void lock('user')}
          aria-keyshortcuts={SHORTCUTS.lock.aria}
          title={`Lock the screen (${SHORTCUTS.lock.shown})`}
        >
          Lock
        </Button>
      </div>
    </header>
  );
}

/** A barred entry stays in place and can be reached, so that its reason can be read. */
function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  const { label, shortcut, barredBecause } = entry;
  const isBarred = barredBecause !== null;
  const line = (
    <Menu.Item
      className={isBarred ? 'menu-line barred' : 'menu-line'}
      aria-disabled={isBarred || undefined}
      aria-description={barredBecause ?? undefined}
      aria-current={entry.isCurrent ? 'page' : undefined}
      aria-keyshortcuts={shortcut?.aria}
      closeMenuOnClick={!isBarred}
      onClick={() => {
        if (!isBarred) entry.run();
      }}
      rightSection={shortcut === null ? null : <Kbd size="xs">{shortcut.shown}</Kbd>}
    >
      {label}
    </Menu.Item>
  );
  return isBarred ? (
    <Tooltip label={barredBecause} position="right" multiline maw={260}>
      {line}
    </Tooltip>
  ) : (
    line
  );
}

function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.closest('[data-menubar-dropdown]') != null;
}

function focusMenu(bar: HTMLDivElement | null, index: number): void {
  const targets = bar?.querySelectorAll<HTMLElement>('[data-menubar-target]');
  targets?.[index]?.focus();
}

function roleWords(roleNames: readonly string[] | undefined): string {
  return roleNames === undefined || roleNames.length === 0 ? '' : ` · ${roleNames.join(', ')}`;
}
