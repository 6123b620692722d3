// Values of the security settings.
import { describe, expect, it } from 'vitest';
import { isWeaker, settingProblem } from '../../../../../renderer/screens/settings/settingRules.ts';

describe('S5.12 a security setting', () => {
  it('is weaker with more tries, a shorter lock, a longer idle time or a longer session', () => {
    expect(isWeaker('lockoutAttempts', 6)).toBe(true);
    expect(isWeaker('lockoutMinutes', 10)).toBe(true);
    expect(isWeaker('idleMinutes', 16)).toBe(true);
    expect(isWeaker('sessionHours', 13)).toBe(true);
    expect(isWeaker('lockoutMinutes', 60)).toBe(false);
    expect(isWeaker('idleMinutes', 5)).toBe(false);
  });

  it('refuses what lies outside floor and ceiling or is no whole number', () => {
    expect(settingProblem('lockoutAttempts', 2)).toBe('At least 3.');
    expect(settingProblem('idleMinutes', 31)).toBe('At most 30.');
    expect(settingProblem('idleMinutes', '')).toBe('Enter a whole number.');
    expect(settingProblem('idleMinutes', 1.5)).toBe('Enter a whole number.');
    expect(settingProblem('idleMinutes', 10)).toBeNull();
  });
});
