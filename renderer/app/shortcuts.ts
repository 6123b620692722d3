// One table of keys: every shortcut is shown where it works and bound from here (screens 7.1).

export interface Shortcut {
  /** As the hot key library spells it. */
  readonly keys: string;
  /** As people read it. */
  readonly shown: string;
  /** As `aria-keyshortcuts` spells it. */
  readonly aria: string;
}

export const SHORTCUTS = {
  users: { keys: 'ctrl+1', shown: 'Ctrl+1', aria: 'Control+1' },
  roles: { keys: 'ctrl+2', shown: 'Ctrl+2', aria: 'Control+2' },
  activity: { keys: 'ctrl+4', shown: 'Ctrl+4', aria: 'Control+4' },
  settings: { keys: 'ctrl+,', shown: 'Ctrl+,', aria: 'Control+,' },
  lock: { keys: 'ctrl+L', shown: 'Ctrl+L', aria: 'Control+L' },
  help: { keys: 'F1', shown: 'F1', aria: 'F1' },
  refresh: { keys: 'F5', shown: 'F5', aria: 'F5' },
  nextPane: { keys: 'F6', shown: 'F6', aria: 'F6' },
  menus: { keys: 'F10', shown: 'F10', aria: 'F10' },
  find: { keys: 'ctrl+F', shown: 'Ctrl+F', aria: 'Control+F' },
  add: { keys: 'ctrl+N', shown: 'Ctrl+N', aria: 'Control+N' },
  save: { keys: 'ctrl+S', shown: 'Ctrl+S', aria: 'Control+S' },
  export: { keys: 'ctrl+E', shown: 'Ctrl+E', aria: 'Control+E' },
  print: { keys: 'ctrl+P', shown: 'Ctrl+P', aria: 'Control+P' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof SHORTCUTS;

/** What F1 lists: key and meaning. */
export const SHORTCUT_MEANINGS: Record<ShortcutName, string> = {
  users: 'Open Users',
  roles: 'Open Roles',
  activity: 'Open the activity log',
  settings: 'Open Settings',
  lock: 'Lock the screen',
  help: 'Show this help',
  refresh: 'Ask for the newest state',
  nextPane: 'Go to the next part of the window; with Shift, to the one before',
  menus: 'Go to the menus; Alt alone does so too',
  find: 'Go to the search box',
  add: 'Add',
  save: 'Save',
  export: 'Export',
  print: 'Print the list',
};
