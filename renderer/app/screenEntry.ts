// What one screen declares: path, menu place, needed right, key.
import type { ComponentType } from 'react';
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
