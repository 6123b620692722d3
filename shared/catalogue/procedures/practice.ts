// Procedures of the practice itself: status bar and security settings.
import { z } from 'zod';
import { permission, procedure, session } from '../entry.ts';
import { empty, optionalReason, timeMs } from '../schemas.ts';
import { SETTING_KEYS, SETTINGS, type SettingKey } from '../settings.ts';

const value = (key: SettingKey) => z.int().min(SETTINGS[key].min).max(SETTINGS[key].max);
const values = z.strictObject({
  lockoutAttempts: value('lockoutAttempts'),
  lockoutMinutes: value('lockoutMinutes'),
  idleMinutes: value('idleMinutes'),
  sessionHours: value('sessionHours'),
  aloneDelayHours: value('aloneDelayHours'),
});
export const DEFAULT_SETTINGS: z.output<typeof values> = {
  lockoutAttempts: SETTINGS.lockoutAttempts.defaultValue,
  lockoutMinutes: SETTINGS.lockoutMinutes.defaultValue,
  idleMinutes: SETTINGS.idleMinutes.defaultValue,
  sessionHours: SETTINGS.sessionHours.defaultValue,
  aloneDelayHours: SETTINGS.aloneDelayHours.defaultValue,
};

export const practiceProcedures = {
  'practice.readStatus': procedure({
    kind: 'query',
    access: session('the status bar shows counts and states, no names and no records'),
    input: empty,
    output: z.strictObject({
      practiceName: z.string(),
      /** The calendar day in the practice's time zone, `YYYY-MM-DD`. */
      today: z.string(),
      timeZone: z.string(),
      userCount: z.int(),
      superUserCount: z.int(),
      /** Where the device secret lives: 'none' means a file, and a stolen disk is protected by passwords alone. */
      keystoreKind: z.string(),
      keyGeneration: z.int(),
      cipher: z.string(),
      lastVerifiedAtMs: timeMs,
      integrityAlarm: z.union([z.null(), z.string()]),
      secondSuperUserReason: z.union([z.null(), z.string()]),
      idleTimeoutMs: z.int(),
    }),
    audit: { none: 'counts and states without names; asked for by the status bar' },
    example: {},
  }),
  'setting.read': procedure({
    kind: 'query',
    access: permission('setting:read'),
    input: empty,
    output: z.strictObject({
      version: z.int(),
      values,
      changes: z.array(
        z.strictObject({
          key: z.enum(SETTING_KEYS as [SettingKey, ...SettingKey[]]),
          changedBy: z.string(),
          changedAtMs: z.int(),
        }),
      ),
    }),
    audit: { event: 'settings_viewed', action: 'R', says: 'looked at the security settings' },
    example: {},
  }),
  'setting.update': procedure({
    kind: 'command',
    access: permission('setting:update'),
    input: z.strictObject({ version: z.int(), values, reason: optionalReason }),
    output: z.strictObject({ version: z.int() }),
    audit: {
      event: 'security_settings_changed',
      action: 'U',
      says: 'changed the security settings',
      dicomCode: '110129',
    },
    example: { version: 1, values: DEFAULT_SETTINGS, reason: '' },
  }),
};
