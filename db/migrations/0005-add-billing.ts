// Schema step 5: codes, claims and money.
import { CLAIM_SQL } from './0005-claim-tables.ts';
import { FINANCIAL_SQL } from './0005-financial-tables.ts';
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const PROTECTED: readonly (readonly [string, string, string?])[] = [
  ['procedure_code', 'id'],
  ['diagnosis_code', 'id'],
  ['fee_item', 'id'],
  ['claim', 'id'],
  ['claim_diagnosis_code', 'claim_id', 'diagnosis_code_id'],
  ['charge', 'id'],
  ['invoice', 'id'],
  ['invoice_charge', 'invoice_id', 'charge_id'],
  ['payment', 'id'],
  ['adjustment', 'id'],
  ['refund', 'id'],
  ['reconciliation', 'id'],
];

/** Adds the tables of codes, claims and money. Amounts are whole cents: a STRICT integer column takes no fraction. */
export const addBilling: Migration = {
  version: 5,
  up(target) {
    target.execute(CLAIM_SQL);
    target.execute(FINANCIAL_SQL);
    for (const [table, first, second] of PROTECTED) target.execute(protectTable(table, first, second));
  },
};
