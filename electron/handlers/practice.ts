// The practice as the status bar shows it.
import { practiceDay } from '../../db/repositories/billingDay.ts';
import { lastVerifiedAtMs, readPractice } from '../../db/repositories/practice.ts';
import { readSettings } from '../../db/repositories/setting.ts';
import { countUsers } from '../../db/repositories/user.ts';
import type { Handlers } from '../ipc/stages.ts';

// What db/open.ts keys the file with, in the words of an auditor.
const CIPHER = 'AES-256-CBC with HMAC-SHA-512 per page';

export const practiceHandlers: Pick<Handlers, 'practice.readStatus'> = {
  'practice.readStatus': (call, tx, services) => {
    const { name, timeZone, secondSuperUserReason } = readPractice(tx);
    const keystoreKind = services.vault.deviceSecretKind ?? 'none';
    return {
      practiceName: name,
      today: practiceDay(tx, call.nowMs),
      timeZone,
      ...countUsers(tx),
      keystoreKind: keystoreKind === 'file' ? 'none' : keystoreKind,
      keyGeneration: services.keyring().generation,
      cipher: CIPHER,
      lastVerifiedAtMs: lastVerifiedAtMs(tx),
      integrityAlarm: services.integrityAlarm(),
      secondSuperUserReason,
      idleTimeoutMs: readSettings(tx).values.idleMinutes * 60_000,
    };
  },
};
