// Which values of a setting are refused and which are allowed but weaker than recommended.
import { SETTINGS, type SettingKey } from '../../../shared/catalogue/settings.ts';

/** A longer lock is safer; of every other setting a higher value gives more room to misuse. */
const HIGHER_IS_SAFER: Readonly<Record<SettingKey, boolean>> = {
  lockoutAttempts: false,
  lockoutMinutes: true,
  idleMinutes: false,
  sessionHours: false,
  aloneDelayHours: true,
};

/** Whether `value` is allowed but less safe than the default. */
export function isWeaker(key: SettingKey, value: number): boolean {
  const { defaultValue } = SETTINGS[key];
  return HIGHER_IS_SAFER[key] ? value < defaultValue : value > defaultValue;
}

/** What is wrong with a typed value, or null. */
export function settingProblem(key: SettingKey, value: number | ''): string | null {
  const { min, max } = SETTINGS[key];
  if (value === '' || !Number.isInteger(value)) return 'Enter a whole number.';
  if (value < min) return `At least ${min}.`;
  if (value > max) return `At most ${max}.`;
  return null;
}
