// Every protected table is known as one that decides what people may do, or as one that does not (P6).
import { describe, expect, it } from 'vitest';
import { PROTECTED_TABLES } from '../../db/protectedTables.ts';
import { RIGHTS_TABLES } from '../../db/rightsTables.ts';
import { storedName } from '../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../shared/catalogue/records.ts';

/** Rows of these are what rights are about, or say how something is looked at; none of them gives or takes a right. */
const NOT_RIGHTS: readonly string[] = [
  'practice',
  'retired_login_id',
  'role_version',
  'role_change',
  'rights_proposal',
  'given_role',
  'rights_history',
  'log_view',
  'list_layout',
  'notice',
  'import_mapping',
  'claim_diagnosis_code',
  'invoice_charge',
  'right_holder',
  'lone_act',
  'provider_location',
  'provider_photo',
  'provider_commission',
  'week_approval',
];

describe('tables of rights (P6)', () => {
  it('P6 a new protected table fails here until somebody has said whether it decides about rights', () => {
    const records = RECORD_TYPES.map(({ name }) => storedName(name));
    const unknown = PROTECTED_TABLES.map(({ name }) => name).filter(
      (name) => ![...RIGHTS_TABLES, ...NOT_RIGHTS, ...records].includes(name),
    );
    expect(unknown).toEqual([]);
  });

  it('P6 names only tables whose changes the log covers', () => {
    const names = PROTECTED_TABLES.map(({ name }) => name);
    expect(RIGHTS_TABLES.filter((name) => !names.includes(name))).toEqual([]);
  });
});
