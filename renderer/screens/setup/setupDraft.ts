// What was typed in the set-up, kept while going back and forth.
import type { OfficeSize } from '../../../shared/catalogue/officePresets.ts';
import { EMPTY_PASSWORD, type NewPassword } from '../../components/NewPasswordFields.tsx';

export interface PersonDraft {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleInitial: string;
  readonly loginId: string;
}
export const EMPTY_PERSON: PersonDraft = { lastName: '', firstName: '', middleInitial: '', loginId: '' };

export interface SetupDraft {
  readonly practice: { readonly name: string; readonly timeZone: string; readonly address: string };
  readonly you: PersonDraft;
  readonly password: NewPassword;
  readonly second: PersonDraft & { readonly isNone: boolean; readonly reason: string };
  /** Null until a card was chosen: then the stored size, or the small office, is taken. */
  readonly officeSize: OfficeSize | null;
  /** Null until the roles were looked at: then the shipped choice is taken. */
  readonly roleIds: readonly string[] | null;
  readonly people: 'import' | 'later';
}

export function emptySetupDraft(): SetupDraft {
  return {
    practice: { name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, address: '' },
    you: EMPTY_PERSON,
    password: EMPTY_PASSWORD,
    second: { ...EMPTY_PERSON, isNone: false, reason: '' },
    officeSize: null,
    roleIds: null,
    people: 'later',
  };
}

export interface StepProps {
  readonly draft: SetupDraft;
  readonly change: (part: Partial<SetupDraft>) => void;
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
}

/** Login IDs people expect: first letter and last name. */
export function suggestLoginId({ firstName, lastName }: PersonDraft): string {
  return `${firstName.trim().slice(0, 1)}${lastName}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 32);
}

const LOGIN_ID = /^[A-Za-z0-9._-]{3,32}$/;

/** What is missing in a person's names and login ID, by field. */
export function personProblems(person: PersonDraft): Partial<Record<keyof PersonDraft, string>> {
  return {
    ...(person.lastName.trim() === '' ? { lastName: 'Type the last name.' } : {}),
    ...(person.firstName.trim() === '' ? { firstName: 'Type the first name.' } : {}),
    ...(LOGIN_ID.test(person.loginId) ? {} : { loginId: 'Use 3 to 32 letters, digits, dots, dashes or underscores.' }),
  };
}
