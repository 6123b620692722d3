// Security settings: sign-in, lock and idle rules within their floors (S5.12).
import { readSettings, writeSetting } from '../../db/repositories/setting.ts';
import { SETTING_KEYS, SETTINGS } from '../../shared/catalogue/settings.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';

export const settingHandlers: Pick<Handlers, 'setting.read' | 'setting.update'> = {
  'setting.read': (_call, tx) => readSettings(tx),
  'setting.update': (call, tx, services) => {
    const { version, values, reason } = call.input;
    const stored = readSettings(tx);
    if (stored.version !== version)
      return refuse(
        'CONFLICT',
        'Somebody changed the settings meanwhile. Open the page again, then make your change once more.',
      );
    const changed = SETTING_KEYS.filter((key) => values[key] !== stored.values[key]);
    call.note({
      object: { type: 'setting', id: 'security', label: 'security settings' },
      changes: changed.map((key) => ({
        field: SETTINGS[key].label,
        old: `${stored.values[key]} ${SETTINGS[key].unit}`,
        new: `${values[key]} ${SETTINGS[key].unit}`,
      })),
      ...(reason === '' ? {} : { why: reason }),
    });
    for (const key of changed) writeSetting(tx, key, values[key], actingUserId(call), call.nowMs);
    call.afterCommit(() =>
      services.gate()?.configure({ maxFailures: values.lockoutAttempts, lockMs: values.lockoutMinutes * 60_000 }),
    );
    return { version: version + changed.length };
  },
};
