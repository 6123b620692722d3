// What can be done to a login apart from editing it: the words of each act and when it is offered.
import { lockOutEndWords } from '../../components/lockOutEnd.ts';
import type { UserRow } from './userWords.ts';

export const USER_ACTS = ['disable', 'enable', 'lockOut', 'unlock', 'issueActivationCode', 'delete'] as const;
export type UserAct = (typeof USER_ACTS)[number];

interface ActWords {
  readonly button: string;
  readonly title: (name: string) => string;
  readonly says: (name: string) => string;
  readonly confirm: (name: string) => string;
  /** `untilMs`: when a lock-out ends; null when it has no end, and for every other act. */
  readonly done: (name: string, untilMs: number | null) => string;
}

export const ACT_WORDS: Record<UserAct, ActWords> = {
  disable: {
    button: 'Disable…',
    title: (name) => `Disable ${name}`,
    says: (name) =>
      `${name} is signed out at once and cannot sign in again. Their records and their entries in the activity log remain. You can enable them later.`,
    confirm: (name) => `Disable ${name}`,
    done: (name) => `${name} is disabled.`,
  },
  enable: {
    button: 'Enable…',
    title: (name) => `Enable ${name}`,
    says: (name) =>
      `${name} gets back the roles and rights shown in this window; look them over first. A new activation code is made, because the old password no longer works.`,
    confirm: (name) => `Enable ${name}`,
    done: (name) => `${name} is enabled again.`,
  },
  lockOut: {
    button: 'Lock out…',
    title: (name) => `Lock out ${name}`,
    says: (name) =>
      `${name} is signed out at once and cannot sign in until the end you choose, or until somebody unlocks them. The password and all rights stay as they are.`,
    confirm: (name) => `Lock out ${name}`,
    done: (name, untilMs) => `${name} is locked out ${lockOutEndWords(untilMs)}.`,
  },
  unlock: {
    button: 'Unlock…',
    title: (name) => `Unlock ${name}`,
    says: (name) => `${name} can sign in again at once with the same password.`,
    confirm: (name) => `Unlock ${name}`,
    done: (name) => `${name} is unlocked.`,
  },
  issueActivationCode: {
    button: 'New activation code…',
    title: (name) => `New activation code for ${name}`,
    says: (name) =>
      `The present password of ${name} stops working and open sessions end. The code is shown once, to print or hand over; with it they choose a new password that nobody else learns.`,
    confirm: () => 'Make the code',
    done: (name) => `${name} has a new activation code.`,
  },
  delete: {
    button: 'Delete…',
    title: (name) => `Delete ${name}`,
    says: (name) =>
      `The login, its password, key and contact data are destroyed and cannot be brought back. The name stays in the activity log, and the login ID is never given to anybody else. To keep the login for later, disable it instead. ${name} may have entered records: they remain.`,
    confirm: (name) => `Delete ${name}`,
    done: (name) => `${name} is deleted. Their entries in the activity log remain.`,
  },
};

/** The acts that make sense in the present state, in the order of the buttons. */
export function actsFor(user: Pick<UserRow, 'status' | 'isLockedOutInPerson'>): UserAct[] {
  if (user.status === 'deleted') return [];
  if (user.status === 'disabled') return ['enable', 'delete'];
  return ['disable', user.isLockedOutInPerson ? 'unlock' : 'lockOut', 'issueActivationCode', 'delete'];
}
