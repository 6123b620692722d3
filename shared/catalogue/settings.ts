// The security settings, each with its default and the floor below which it cannot go.

export interface SettingEntry {
  readonly label: string;
  readonly unit: string;
  readonly sentence: string;
  readonly defaultValue: number;
  readonly min: number;
  readonly max: number;
}

export const SETTINGS = {
  lockoutAttempts: {
    label: 'Wrong passwords before a lock',
    unit: 'tries',
    sentence: 'After this many wrong passwords in a row the login is locked for a while.',
    defaultValue: 5,
    min: 3,
    max: 10,
  },
  lockoutMinutes: {
    label: 'Length of the lock',
    unit: 'minutes',
    sentence: 'The lock ends by itself after this time; a Super User can end it sooner.',
    defaultValue: 15,
    min: 5,
    max: 1_440,
  },
  idleMinutes: {
    label: 'Lock screen after',
    unit: 'minutes without input',
    sentence: 'The screen locks when nobody types or moves the mouse for this long.',
    defaultValue: 15,
    min: 1,
    max: 30,
  },
  sessionHours: {
    label: 'Sign in again after',
    unit: 'hours',
    sentence: 'Even a busy session ends after this time, so that a new working day begins with a password.',
    defaultValue: 12,
    min: 1,
    max: 16,
  },
  aloneDelayHours: {
    label: 'Wait before confirming alone',
    unit: 'hours',
    sentence:
      'Where nobody else may approve a refund or close a day, whoever asked may do it alone after this wait. It then goes to the outside reviewer.',
    defaultValue: 24,
    min: 12,
    max: 168,
  },
} as const satisfies Record<string, SettingEntry>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];
