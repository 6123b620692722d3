// What each item of the checklist asks for, why, and on which screen it is done.
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ChecklistItemId } from '../../shared/checklist/deriveChecklist.ts';

interface ItemWords {
  readonly title: string;
  readonly why: string;
  /** Path of the screen that does it, as listed in `app/screens.ts`. */
  readonly path: `/${string}`;
  /** Without it the screen would refuse. */
  readonly permission: PermissionId;
  readonly action: string;
}

export const ITEM_WORDS: Readonly<Record<ChecklistItemId, ItemWords>> = {
  recoverySheet: {
    title: 'Keep the recovery sheet',
    why: 'It is the only way back when every Super User has forgotten the password.',
    path: '/settings',
    permission: 'practice:update',
    action: 'Open Settings',
  },
  secondSuperUser: {
    title: 'Have a second Super User',
    why: 'Somebody must be able to help when the first one is ill, away or locked out.',
    path: '/users',
    permission: 'superUser:grant',
    action: 'Open Users',
  },
  providers: {
    title: 'Bring in the providers',
    why: 'Patients and the limits of users are tied to providers.',
    path: '/import',
    permission: 'people:import',
    action: 'Import providers',
  },
  patients: {
    title: 'Bring in the patients',
    why: 'Import them after the providers, so that each finds theirs.',
    path: '/import',
    permission: 'people:import',
    action: 'Import patients',
  },
  people: {
    title: 'Give everybody a login of their own',
    why: 'Each person activates their login with a one-time code; shared logins hide who did what.',
    path: '/users',
    permission: 'user:create',
    action: 'Add people',
  },
  roles: {
    title: 'Fill the usual roles',
    why: 'A role nobody holds is work nobody can do, or work done under somebody else’s login.',
    path: '/users',
    permission: 'user:update',
    action: 'Give roles',
  },
  logVerified: {
    title: 'Verify the activity log once',
    why: 'So that you know how it looks when everything fits together.',
    path: '/activity',
    permission: 'audit:verify',
    action: 'Open the activity log',
  },
  logExported: {
    title: 'Export the activity log once',
    why: 'The receipt, kept elsewhere, can later prove that nothing was rewritten.',
    path: '/activity',
    permission: 'audit:export',
    action: 'Open the activity log',
  },
};
