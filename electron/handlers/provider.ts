// Provider profiles (S2.32): one login and one NPI each; nobody leaves while appointments wait (S2.33); photo, commission.
import { practiceDay } from '../../db/repositories/billingDay.ts';
import {
  deletePhoto,
  licensesEndingBy,
  otherProviderWith,
  readCommissions,
  readPhoto,
  storeCommission,
  storePhoto,
} from '../../db/repositories/providerProfile.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { provider } from '../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { LICENSE_REMINDER_DAYS } from '../../shared/people/licenseReminder.ts';
import { isStorablePhoto } from '../../shared/photo/photoRules.ts';
import { addDays, daysBetween } from '../../shared/schedule/days.ts';
import type { Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { openRecord, recordHandlers } from './records/recordHandlers.ts';
import type { ValuesOf } from './records/recordRules.ts';
import { refuseLeaving } from './schedule/refuseLeaving.ts';
import { WITHHELD } from './userChanges.ts';

const TYPE = provider as unknown as RecordType;

type OwnName = Exclude<Extract<keyof Handlers, `provider.${string}`>, `provider.${(typeof provider.actions)[number]}`>;
type ProfileName = Exclude<OwnName, `provider.${string}Metrics`>;

const profileHandlers: Pick<Handlers, ProfileName> = {
  'provider.readPhoto': (call, tx) => {
    const record = openRecord(TYPE, call, tx);
    return isRefusal(record) ? record : { photo: readPhoto(tx, record.id) };
  },
  'provider.setPhoto': (call, tx) => {
    const record = openRecord(TYPE, call, tx);
    if (isRefusal(record)) return record;
    const { jpegBase64 } = call.input;
    if (!isStorablePhoto(Buffer.from(jpegBase64, 'base64')))
      return refuse('INVALID_INPUT', 'This is no photo that can be stored. Choose a JPEG, PNG or WebP picture.');
    storePhoto(tx, record.id, jpegBase64, { byUserId: actingUserId(call), nowMs: call.nowMs });
    return {};
  },
  'provider.removePhoto': (call, tx) => {
    const record = openRecord(TYPE, call, tx);
    if (isRefusal(record)) return record;
    if (readPhoto(tx, record.id) === null)
      return refuse('CONFLICT', 'There is no photo any more. Open the page again.');
    deletePhoto(tx, record.id);
    return {};
  },
  'provider.findExpiringLicenses': (call, tx) => {
    const today = practiceDay(tx, call.nowMs);
    const licenses = licensesEndingBy(tx, call.scope, addDays(today, LICENSE_REMINDER_DAYS));
    return { licenses: licenses.map((license) => ({ ...license, daysLeft: daysBetween(today, license.expires) })) };
  },
  'provider.setCommission': (call, tx) => {
    const record = openRecord(TYPE, call, tx);
    if (isRefusal(record)) return record;
    const { basisPoints } = call.input;
    const before = readCommissions(tx).get(record.id) ?? 0;
    storeCommission(tx, record.id, basisPoints, { byUserId: actingUserId(call), nowMs: call.nowMs });
    // Whoever reads the log or the history of the profile may not be somebody who may know the figures.
    if (before !== basisPoints) call.note({ changes: [{ field: 'Commission', old: WITHHELD, new: WITHHELD }] });
    return {};
  },
};

export const providerHandlers = {
  ...recordHandlers(provider, {
    checkCreate: (tx, _call, values) => refuseTaken(tx, values, null),
    checkUpdate: (tx, call, before, after, id) =>
      refuseTaken(tx, after, id) ??
      (before.isActive && !after.isActive ? refuseLeaving(tx, call, { providerId: id }) : null),
    checkDelete: (tx, call, _values, id) => refuseLeaving(tx, call, { providerId: id }),
  }),
  ...profileHandlers,
};

/** One person has one profile, and one NPI is one person's. */
function refuseTaken(tx: ReadTx, { npi, userId }: ValuesOf<typeof provider.fields>, id: string | null): Refusal | null {
  if (npi !== '' && otherProviderWith(tx, 'npi', npi, id) !== null)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'Another provider has this NPI already. Compare the number, or open that one.',
    );
  if (userId !== null && otherProviderWith(tx, 'user_id', userId, id) !== null)
    return refuse(
      'CONSTRAINT_VIOLATED',
      'The chosen user is linked to another provider already. Choose another one, or take the link away there first.',
    );
  return null;
}
