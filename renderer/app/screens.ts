// Every screen once, a file per menu. Routes, menu and guard derive from this list.
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { BILLING_SCREENS } from './menus/billingScreens.ts';
import { FILE_SCREENS } from './menus/fileScreens.ts';
import { LISTS_SCREENS } from './menus/listsScreens.ts';
import { OFFICE_SCREENS } from './menus/officeScreens.ts';
import { PATIENTS_SCREENS } from './menus/patientsScreens.ts';
import { REPORTS_SCREENS } from './menus/reportsScreens.ts';
import { SCHEDULE_SCREENS } from './menus/scheduleScreens.ts';
import { SECURITY_SCREENS } from './menus/securityScreens.ts';
import type { ScreenEntry } from './screenEntry.ts';

/** In the order in which a start page is looked for: the first one the person may open. */
export const SCREENS: readonly ScreenEntry[] = [
  ...SECURITY_SCREENS,
  ...PATIENTS_SCREENS,
  ...SCHEDULE_SCREENS,
  ...BILLING_SCREENS,
  ...LISTS_SCREENS,
  ...OFFICE_SCREENS,
  ...REPORTS_SCREENS,
  ...FILE_SCREENS,
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
