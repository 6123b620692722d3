// Security settings as stored over the defaults of the catalogue.
import { SETTING_KEYS, SETTINGS, type SettingKey } from '../../shared/catalogue/settings.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export type SettingValues = Record<SettingKey, number>;

export interface StoredSettings {
  /** Counts up with every change of any setting; 1 when nothing was ever changed. */
  readonly version: number;
  readonly values: SettingValues;
  readonly changes: { readonly key: SettingKey; readonly changedBy: string; readonly changedAtMs: number }[];
}

/** The values in force, with who changed them when.
 *  A stored value outside its bounds, as after a change of the file from outside, does not count. */
export function readSettings(tx: ReadTx): StoredSettings {
  const stored = tx.prepare<SettingRow>('SELECT * FROM setting ORDER BY changed_at_ms DESC, key').all();
  return {
    version: stored.reduce((sum, { key, version }) => (isSettingKey(key) ? sum + version : sum), 1),
    values: valuesOf(stored),
    changes: stored.flatMap(({ key, changed_by, changed_at_ms }) =>
      isSettingKey(key) ? [{ key, changedBy: nameOfActor(tx, changed_by), changedAtMs: changed_at_ms }] : [],
    ),
  };
}

/** Stores one value; the caller has checked its bounds. */
export function writeSetting(tx: WriteTx, key: SettingKey, value: number, byUserId: string, atMs: number): void {
  tx.prepare(
    `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
       changed_at_ms = excluded.changed_at_ms, version = version + 1`,
  ).run(key, String(value), byUserId, atMs);
}

interface SettingRow {
  key: string;
  value: string;
  changed_by: string;
  changed_at_ms: number;
  version: number;
}

function valuesOf(stored: readonly SettingRow[]): SettingValues {
  const values = Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTINGS[key].defaultValue])) as SettingValues;
  for (const { key, value } of stored) {
    const number = Number(value);
    if (isSettingKey(key) && Number.isInteger(number) && number >= SETTINGS[key].min && number <= SETTINGS[key].max)
      values[key] = number;
  }
  return values;
}

function isSettingKey(word: string): word is SettingKey {
  return Object.hasOwn(SETTINGS, word);
}
