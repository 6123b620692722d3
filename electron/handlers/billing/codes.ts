// The billing lists: procedure codes, diagnosis codes and the fee schedule.
import { reachToSql } from '../../../db/records/reachToSql.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { type Fee, feeOn } from '../../../shared/billing/feeOn.ts';
import { diagnosisCode } from '../../../shared/catalogue/records/diagnosisCode.ts';
import { feeItem } from '../../../shared/catalogue/records/feeItem.ts';
import { procedureCode } from '../../../shared/catalogue/records/procedureCode.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../ipc/stages.ts';
import { recordHandlers } from '../records/recordHandlers.ts';
import type { ValuesOf } from '../records/recordRules.ts';

const FEE = feeItem as unknown as RecordType;
type FeeValues = ValuesOf<typeof feeItem.fields>;

const readFee: Pick<Handlers, 'feeItem.readFee'> = {
  'feeItem.readFee': (call, tx) => {
    const { procedureCodeId, payerId, day } = call.input;
    const inReach = reachToSql(call.scope, FEE);
    const fees = tx
      .prepare<Fee>(
        `SELECT payer_id AS payerId, cents, valid_from AS validFrom FROM fee_item
         WHERE procedure_code_id = ? AND valid_from <= ? AND ${inReach.sql}`,
      )
      .all(procedureCodeId, day, ...inReach.parameters);
    return { cents: feeOn(fees, payerId, day) };
  },
};

export const codeHandlers = {
  ...recordHandlers(procedureCode, {
    checkCreate: (tx, _call, { code }) => refuseSecondCode(tx, 'procedure_code', code),
    checkUpdate: (tx, _call, before, { code }) =>
      code === before.code ? null : refuseSecondCode(tx, 'procedure_code', code),
  }),
  ...recordHandlers(diagnosisCode, {
    checkCreate: (tx, _call, { code }) => refuseSecondCode(tx, 'diagnosis_code', code),
    checkUpdate: (tx, _call, before, { code }) =>
      code === before.code ? null : refuseSecondCode(tx, 'diagnosis_code', code),
  }),
  ...recordHandlers(feeItem, {
    checkCreate: (tx, _call, values) => refuseSecondFee(tx, values),
    checkUpdate: (tx, _call, before, after) => (isSameFee(before, after) ? null : refuseSecondFee(tx, after)),
  }),
  ...readFee,
};

function refuseSecondCode(tx: ReadTx, table: 'procedure_code' | 'diagnosis_code', code: string): Refusal | null {
  if (tx.prepare(`SELECT 1 FROM ${table} WHERE code = ?`).get(code) === undefined) return null;
  return refuse('CONSTRAINT_VIOLATED', `The code ${code} is in the list already. Search for it and change that one.`);
}

function refuseSecondFee(tx: ReadTx, { procedureCodeId, payerId, validFrom }: FeeValues): Refusal | null {
  const found = tx
    .prepare('SELECT 1 FROM fee_item WHERE procedure_code_id = ? AND payer_id IS ? AND valid_from = ?')
    .get(procedureCodeId, payerId, validFrom);
  if (found === undefined) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'There is a fee for this procedure, payer and day already. Change that one, or choose another day.',
  );
}

function isSameFee(one: FeeValues, other: FeeValues): boolean {
  return (
    one.procedureCodeId === other.procedureCodeId && one.payerId === other.payerId && one.validFrom === other.validFrom
  );
}
