// What is done and what is open in the first week (S1.30), judged from the facts alone.
import type { OfficeSize } from '../catalogue/officePresets.ts';

export const CHECKLIST_ITEMS = [
  'recoverySheet',
  'secondSuperUser',
  'providers',
  'patients',
  'people',
  'roles',
  'logVerified',
  'logExported',
] as const;
export type ChecklistItemId = (typeof CHECKLIST_ITEMS)[number];

/** A role the chosen size usually uses and this practice has in use. */
export interface ChecklistRole {
  readonly roleId: string;
  readonly name: string;
  /** People with a login that can be used or activated who hold it. */
  readonly holderCount: number;
  /** Somebody decided that this practice needs nobody in it. */
  readonly isNotNeeded: boolean;
}

/** What the stored rows say now; nothing here is a tick somebody set, but `isNotNeeded`, which is a decision. */
export interface ChecklistFacts {
  readonly officeSize: OfficeSize | null;
  /** The newest recovery code was proved by typing groups of it back. */
  readonly isRecoveryProved: boolean;
  /** Super Users who can sign in. */
  readonly superUserCount: number;
  /** Super Users who have not used their activation code. */
  readonly waitingSuperUserCount: number;
  /** Why there is no second Super User, as recorded; null when nothing is. */
  readonly secondSuperUserReason: string | null;
  readonly hasProviders: boolean;
  readonly hasPatients: boolean;
  /** People besides the Super Users who can sign in. */
  readonly activeCount: number;
  /** People besides the Super Users who have not used their activation code. */
  readonly waitingCount: number;
  readonly roles: readonly ChecklistRole[];
  readonly isLogVerified: boolean;
  readonly isLogExported: boolean;
}

export interface ChecklistItem {
  readonly id: ChecklistItemId;
  readonly isDone: boolean;
  /** How things stand, as a sentence. */
  readonly says: string;
}

/** Every item in the order in which people usually do them. Pure. */
export function deriveChecklist(facts: ChecklistFacts): ChecklistItem[] {
  const { hasProviders, hasPatients, isRecoveryProved, isLogVerified, isLogExported } = facts;
  return [
    {
      id: 'recoverySheet',
      isDone: isRecoveryProved,
      says: isRecoveryProved
        ? 'Two groups of the newest sheet were typed back.'
        : 'A newer recovery code was made and nobody has proved to hold its sheet.',
    },
    { id: 'secondSuperUser', ...secondSuperUser(facts) },
    {
      id: 'providers',
      isDone: hasProviders,
      says: hasProviders ? 'Providers are in the list.' : 'The list of providers is empty.',
    },
    {
      id: 'patients',
      isDone: hasPatients,
      says: hasPatients ? 'Patients are in the database.' : 'There is no patient yet.',
    },
    { id: 'people', ...people(facts) },
    { id: 'roles', ...roles(facts) },
    {
      id: 'logVerified',
      isDone: isLogVerified,
      says: isLogVerified
        ? 'The activity log was verified from its first entry on.'
        : 'Nobody has started a verification of the activity log yet.',
    },
    {
      id: 'logExported',
      isDone: isLogExported,
      says: isLogExported
        ? 'The activity log was exported with a receipt.'
        : 'No export and no receipt of the activity log exists yet.',
    },
  ];
}

type Judgement = Omit<ChecklistItem, 'id'>;

function secondSuperUser(facts: ChecklistFacts): Judgement {
  const { superUserCount, waitingSuperUserCount, secondSuperUserReason } = facts;
  if (superUserCount >= 2) return { isDone: true, says: `${superUserCount} Super Users can sign in.` };
  if (waitingSuperUserCount > 0) return { isDone: false, says: 'The second one has not used the activation code yet.' };
  const recorded = secondSuperUserReason === null ? '' : ` Recorded reason: ${secondSuperUserReason}`;
  return { isDone: false, says: `Only one Super User can sign in.${recorded}` };
}

function people({ activeCount, waitingCount }: ChecklistFacts): Judgement {
  if (activeCount + waitingCount === 0) return { isDone: false, says: 'Nobody but Super Users has a login yet.' };
  const active = `${counted(activeCount, 'person', 'people')} can sign in`;
  if (waitingCount === 0) return { isDone: true, says: `${active}.` };
  return {
    isDone: false,
    says: `${active}, ${waitingCount} still ${waitingCount === 1 ? 'has' : 'have'} to activate.`,
  };
}

function roles({ officeSize, roles: wanted }: ChecklistFacts): Judgement {
  if (officeSize === null)
    return { isDone: false, says: 'Choose the office size first: it says which roles are usual.' };
  const open = wanted.filter(({ holderCount, isNotNeeded }) => holderCount === 0 && !isNotNeeded);
  if (open.length === 0) return { isDone: true, says: 'Every usual role is held by somebody or is not needed.' };
  return { isDone: false, says: `Nobody holds ${open.map(({ name }) => name).join(', ')} yet.` };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
