// Consents and their templates: days that can be true, and only kinds that are in use (S4.12).
import { readRecord } from '../../db/records/storedRecord.ts';
import { practiceDay } from '../../db/repositories/billingDay.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { EVERY_ROW } from '../../shared/authorization/scope.ts';
import { consent } from '../../shared/catalogue/records/consent.ts';
import { consentTemplate } from '../../shared/catalogue/records/consentTemplate.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { recordHandlers } from './records/recordHandlers.ts';

const TEMPLATE = consentTemplate as unknown as RecordType;

interface Days {
  readonly givenOn: string;
  readonly withdrawnOn: string | null;
}

export const consentHandlers = {
  ...recordHandlers(consentTemplate),
  ...recordHandlers(consent, {
    checkCreate: (tx, { nowMs }, values) => refuseUnused(tx, values.templateId) ?? refuseDays(tx, nowMs, values),
    checkUpdate: (tx, { nowMs }, _before, after) => refuseDays(tx, nowMs, after),
  }),
};

function refuseUnused(tx: ReadTx, templateId: string): Refusal | null {
  const template = readRecord(tx, TEMPLATE, EVERY_ROW, templateId);
  if (template === null || template.values.isActive === true) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This practice does not ask for this consent any more. Choose another one, or put the template into use again.',
    { fields: [{ path: 'fields.templateId', message: 'is not in use' }] },
  );
}

function refuseDays(tx: ReadTx, nowMs: number, { givenOn, withdrawnOn }: Days): Refusal | null {
  const today = practiceDay(tx, nowMs);
  const wrong = (path: keyof Days, message: string, says: string) =>
    refuse('INVALID_INPUT', says, { fields: [{ path: `fields.${path}`, message }] });
  if (givenOn > today)
    return wrong(
      'givenOn',
      'lies in the future',
      'Nobody has agreed on a day that has not come. Enter the day it was given.',
    );
  if (withdrawnOn === null) return null;
  if (withdrawnOn > today)
    return wrong(
      'withdrawnOn',
      'lies in the future',
      'The day of the withdrawal has not come yet. Enter it when it has.',
    );
  if (withdrawnOn < givenOn)
    return wrong(
      'withdrawnOn',
      'lies before the day it was given',
      'A consent cannot be withdrawn before it was given. Check the two days.',
    );
  return null;
}
