import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { head } from '../../../db/audit/append.ts';
import { readRowTies } from '../../../db/records/rowTies.ts';
import { endLockOut } from '../../../db/repositories/lockOut.ts';
import { readSubjectRights } from '../../../db/repositories/rights.ts';
import { seedDefaultRoles } from '../../../db/repositories/role.ts';
import { storeRights } from '../../../db/repositories/userRights.ts';
import { HISTORY_TABLES } from '../../../db/rightsHistory/historyTables.ts';
import { pastMoment, withPastRights } from '../../../db/rightsHistory/pastDatabase.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { typeNamed } from '../../support/exampleCsv.ts';
import {
  addLocation,
  addPatient,
  addProvider,
  addUser,
  change,
  lockUserOut,
  look,
  NOW_MS,
  testId,
} from '../../support/people.ts';

const USERS = [1, 2, 3].map(testId);
const PATIENT = testId(200_001);
const ROLES = ['billing', 'front-desk', 'provider'] as const;
const PLACES = [testId(800_001), testId(800_002)];

const KINDS = [
  'rights',
  'flag',
  'status',
  'role',
  'lock',
  'unlock',
  'patient',
  'grant',
  'ungrant',
  'tree',
  'model',
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly user: number;
  readonly bits: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  user: fc.nat({ max: 2 }),
  bits: fc.nat({ max: 255 }),
});

type Work = (tx: WriteTx, user: number, has: (bit: number) => boolean, providers: readonly string[]) => void;

const model = (value: string) => (tx: WriteTx) =>
  tx
    .prepare(
      `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('rights.model', ?, 'test', 1)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    .run(value);

/** Every way in which the product changes a row of rights is among them. */
const WORKS: Record<(typeof KINDS)[number], Work> = {
  rights(tx, user, has, providers) {
    const userId = userOf(user);
    const roleIds = ROLES.filter((_, index) => has(index));
    const exception = { permission: 'note:read', effect: has(4) ? 'grant' : 'revoke' } as const;
    const providerIds = providers.filter((_, index) => has(index + 6));
    const scope = has(5) ? ({ kind: 'all' } as const) : ({ kind: 'selected', providerIds } as const);
    const rights = { roleIds, exceptions: has(3) ? [exception] : [], scope };
    storeRights(tx, userId, rights, { byUserId: userId, atMs: NOW_MS, reason: null });
  },
  flag(tx, user, has) {
    const sql = 'UPDATE user SET is_super_user = ?, is_phi_restricted = ?, note = ? WHERE id = ?';
    tx.prepare(sql).run(has(0) ? 1 : 0, has(1) ? 1 : 0, has(2) ? 'one' : 'other', userOf(user));
  },
  status(tx, user, has) {
    tx.prepare('UPDATE user SET status = ? WHERE id = ?').run(has(0) ? 'active' : 'disabled', userOf(user));
  },
  role(tx, user, has) {
    tx.prepare("DELETE FROM role_permission WHERE role_id = 'billing'").run();
    for (const [index, permission] of ['claim:read', 'patient:read', 'note:read'].entries())
      if (has(index)) tx.prepare("INSERT INTO role_permission VALUES ('billing', ?)").run(permission);
    tx.prepare("UPDATE role SET name = ? WHERE id = 'billing'").run(`Billing ${user}`);
  },
  lock(tx, user, has) {
    lockUserOut(tx, userOf(user), has(0) ? null : NOW_MS + 1_000);
  },
  unlock(tx, user) {
    endLockOut(tx, { kind: 'user', id: userOf(user) });
  },
  patient(tx, user, has, providers) {
    tx.prepare('UPDATE patient SET location_id = ?, first_name = ? WHERE id = ?').run(
      PLACES[has(3) ? 1 : 0] ?? null,
      `Ann${user}`,
      PATIENT,
    );
    tx.prepare('DELETE FROM patient_provider WHERE patient_id = ?').run(PATIENT);
    for (const [index, id] of providers.entries())
      if (has(index)) tx.prepare('INSERT INTO patient_provider VALUES (?, ?)').run(PATIENT, id);
  },
  grant(tx, user) {
    tx.prepare(
      `INSERT OR IGNORE INTO patient_grant (id, patient_id, user_id, valid_from, valid_until, reason, created_at_ms,
         created_by, changed_at_ms, changed_by) VALUES (?, ?, ?, '2026-11-01', '2026-12-01', 'r', 1, 'test', 1, 'test')`,
    ).run(testId(700_000 + user), PATIENT, userOf(user));
  },
  ungrant(tx, user) {
    tx.prepare('DELETE FROM patient_grant WHERE id = ?').run(testId(700_000 + user));
  },
  tree(tx, _user, has) {
    const parentId = has(0) ? (PLACES[0] ?? null) : null;
    tx.prepare('UPDATE location SET parent_id = ? WHERE id = ?').run(parentId, PLACES[1] ?? '');
  },
  model(tx, _user, has) {
    model(has(0) ? 'strict' : 'checkbox')(tx);
  },
};

function apply(tx: WriteTx, { kind, user, bits }: Step, providers: readonly string[]): void {
  WORKS[kind](tx, user, (bit) => (bits & (1 << bit)) !== 0, providers);
}

function userOf(user: number): string {
  return USERS[user] ?? '';
}

const pairs = (map: ReadonlyMap<string, string>) => [...map].map((pair) => pair.join('|')).sort();

/** Everything decide() is told of the three people and the patient, as this state says it. */
function stateOf(tx: ReadTx): string {
  const rights = USERS.map((id) => {
    const stored = readSubjectRights(tx, id, NOW_MS, PLACES[1] ?? null);
    if (stored === null) return null;
    const { held, withheld, withheldRoles, given, scope, status, isLockedOut, name, loginId, roleNames } = stored;
    const { roles, exceptions, ...flags } = given;
    return {
      ...flags,
      status,
      isLockedOut,
      name,
      loginId,
      roleNames,
      scope: sortedScope(scope),
      held: [...held].sort(),
      withheld: pairs(withheld),
      withheldRoles: pairs(withheldRoles),
      roles: roles.map(({ roleId, permissions, terms = null }) => ({
        roleId,
        terms,
        permissions: [...permissions].sort(),
      })),
      exceptions: exceptions.map((one) => JSON.stringify(one)).sort(),
    };
  });
  const ties = readRowTies(tx, typeNamed('patient'), PATIENT);
  return JSON.stringify([
    rights,
    ties === null ? null : [sorted(ties.providerIds), sorted(ties.locationIds), ties.labels],
  ]);
}

const sorted = (ids: 'any' | 'all' | readonly string[]) => (typeof ids === 'string' ? ids : [...ids].sort());
const sortedScope = ({
  providers,
  locations,
  patientIds,
}: {
  providers: 'all' | readonly string[];
  locations: 'all' | readonly string[];
  patientIds: readonly string[];
}) => [sorted(providers), sorted(locations), sorted(patientIds)];

function aPractice(): { readonly database: TestDatabase; readonly providers: readonly string[] } {
  const database = createTestDatabase();
  const providers = change(database, (tx) => {
    tx.prepare(
      `INSERT INTO practice (id, name, time_zone, address, setup_step, install_id, created_at_ms)
       VALUES (1, 'Lakeside', 'America/New_York', '', 'finished', 'x', 1)`,
    ).run();
    seedDefaultRoles(tx, DEFAULT_ROLES);
    for (const place of PLACES) addLocation(tx, place);
    return [addProvider(tx, 1), addProvider(tx, 2)];
  });
  return { database, providers };
}

describe('the past (N7)', () => {
  test.prop([fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })], {
    numRuns: 12,
  })(
    'N7 every state that ever stood is told again exactly, whatever was done since',
    (calls) => {
      const { database, providers } = aPractice();
      try {
        change(database, (tx) => {
          for (const number of [1, 2, 3]) addUser(tx, number);
          addPatient(tx, 1, { providerIds: providers });
        });
        const states = new Map<number, string>();
        const note = () => look(database, (tx) => states.set(head(tx).number, stateOf(tx)));
        note();
        for (const steps of calls) {
          change(database, (tx) => {
            for (const one of steps) apply(tx, one, providers);
          });
          note();
        }
        look(database, (tx) => {
          const wanted = { table: 'patient', id: PATIENT, patientId: PATIENT };
          for (const [number, state] of states)
            expect(withPastRights(tx, number, wanted, stateOf), `entry ${number}`).toBe(state);
        });
      } finally {
        database.close();
      }
    },
    60_000,
  );

  it('N7 every column of a table of the history is kept, or no right depends on it', () => {
    const { database } = aPractice();
    const free: Record<string, readonly string[]> = {
      role: ['purpose', 'version', 'tasks'],
      user_permission: ['reason', 'by_user_id', 'at_ms'],
      patient_grant: ['reason', 'created_at_ms', 'created_by', 'changed_at_ms', 'changed_by', 'version'],
      setting: ['changed_by', 'changed_at_ms', 'version'],
    };
    look(database, (tx) => {
      for (const { name, isLasting } of HISTORY_TABLES) {
        const trigger = tx
          .prepare<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?')
          .get(`${name}_keeps_deleted`);
        const columns = tx.prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)').all(name);
        const lost = columns
          .map((column) => column.name)
          .filter((column) => !trigger?.sql.includes(`'${column}', OLD.`));
        // A lasting row is there still, with the present value of what no right depends on.
        if (!isLasting && name !== 'location') expect(lost, name).toEqual(free[name] ?? []);
      }
    });
    database.close();
  });

  it('N7 the history is bound to the log and cannot be rewritten', () => {
    const { database } = aPractice();
    change(database, (tx) => addUser(tx, 1, { roleIds: ['billing'] }));
    change(database, (tx) => tx.prepare('DELETE FROM user_role').run());
    look(database, (tx) => {
      const covered = tx.prepare("SELECT 1 FROM audit_entity WHERE table_name = 'rights_history'").all();
      expect(covered).toHaveLength(1);
    });
    for (const sql of ['DELETE FROM rights_history', "UPDATE rights_history SET body = '{}'"])
      expect(() => change(database, (tx) => tx.prepare(sql).run()), sql).toThrow('append-only');
    database.close();
  });

  it('N7 a moment before the first entry is not known, nor one that has not come', () => {
    const { database } = aPractice();
    look(database, (tx) => {
      const firstMs = tx.prepare<{ at: number }>('SELECT min(at_ms) AS at FROM audit_entry').get()?.at ?? 0;
      expect(pastMoment(tx, firstMs - 1, firstMs)).toEqual({ kind: 'tooEarly', knownFromMs: firstMs });
      expect(pastMoment(tx, firstMs, firstMs)).toEqual({ kind: 'known', number: 1 });
      expect(pastMoment(tx, firstMs + 1, firstMs)).toEqual({ kind: 'future' });
    });
    database.close();
  });
});
