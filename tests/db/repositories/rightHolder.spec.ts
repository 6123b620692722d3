// What is written down about who held an approving right agrees with what truly happened (S2.36, N8).
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { noteEndedHolders, noteRightHolders, otherHoldersEver } from '../../../db/repositories/rightHolder.ts';
import { setStatus, setSuperUser, storeRights } from '../../../db/repositories/userRights.ts';
import type { WriteTx } from '../../../db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { openAtVersion } from '../../support/openAtVersion.ts';
import { addUser, change, lockUserOut, look, NOW_MS, testId } from '../../support/people.ts';

const APPROVE = 'financial:approve';
const OWNER = 1;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let firstNumber = 10;
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    addUser(tx, OWNER, { isSuperUser: true });
    tx.prepare(
      "INSERT INTO role (id, code, name, kind, purpose) VALUES ('approver', 900, 'Approver', 'clinic', '')",
    ).run();
    tx.prepare('INSERT INTO role_permission (role_id, permission) VALUES (?, ?)').run('approver', APPROVE);
    noteRightHolders(tx, NOW_MS);
  });
});
afterAll(() => database.close());

/** What may happen to a person; each returns whether they then hold the right, given what they had. */
interface Person {
  readonly hasRole: boolean;
  readonly hasTick: boolean;
  readonly isSuperUser: boolean;
  readonly isActive: boolean;
}
const NOTHING: Person = { hasRole: false, hasTick: false, isSuperUser: false, isActive: true };
const holds = ({ hasRole, hasTick, isSuperUser, isActive }: Person) => isActive && (hasRole || hasTick || isSuperUser);

const act = fc.constantFrom('hasRole', 'hasTick', 'isSuperUser', 'isActive', 'lockOut', 'rename');
const acts = fc.array(fc.tuple(fc.nat({ max: 1 }), act, fc.integer({ min: 1, max: 400 })), { maxLength: 12 });

function store(tx: WriteTx, userId: string, { hasRole, hasTick, isSuperUser, isActive }: Person, atMs: number): void {
  const rights = {
    roleIds: hasRole ? ['approver'] : [],
    exceptions: hasTick ? [{ permission: APPROVE, effect: 'grant' } as const] : [],
    scope: { kind: 'all' } as const,
  };
  storeRights(tx, userId, rights, { byUserId: userId, atMs, reason: null });
  setSuperUser(tx, userId, isSuperUser);
  if (isActive) tx.prepare("UPDATE user SET status = 'active' WHERE id = ?").run(userId);
  else setStatus(tx, userId, 'disabled');
}

describe('the notes of who held an approving right', () => {
  test.prop([acts], { numRuns: 40 })('N8 say when each person held it last, whatever happens to them', (given) => {
    const numbers = [firstNumber, firstNumber + 1] as const;
    firstNumber += 2;
    const people = numbers.map(() => NOTHING);
    const lastHeldMs: (number | null)[] = numbers.map(() => null);
    let nowMs = NOW_MS;
    change(database, (tx) => {
      for (const number of numbers) addUser(tx, number);
      noteRightHolders(tx, nowMs);
    });
    for (const [index, what, hours] of given) {
      nowMs += hours * HOUR_MS;
      const userId = testId(numbers[index === 0 ? 0 : 1]);
      const before = people[index] ?? NOTHING;
      if (holds(before)) lastHeldMs[index] = nowMs;
      const after = what === 'lockOut' || what === 'rename' ? before : { ...before, [what]: !before[what] };
      people[index] = after;
      change(database, (tx) => {
        if (what === 'lockOut') lockUserOut(tx, userId, null);
        else if (what === 'rename') tx.prepare('UPDATE user SET first_name = first_name WHERE id = ?').run(userId);
        else store(tx, userId, after, nowMs);
        noteRightHolders(tx, nowMs);
      });
    }
    const others = look(database, (tx) => otherHoldersEver(tx, APPROVE, testId(OWNER), nowMs));
    for (const [index, number] of numbers.entries()) {
      const found = others.find(({ name }) => name === `Last${number}, First${number}`);
      if (holds(people[index] ?? NOTHING)) expect(found).toMatchObject({ heldUntilMs: null });
      else expect(found?.heldUntilMs ?? null).toBe(lastHeldMs[index]);
    }
    change(database, (tx) => {
      for (const number of numbers) setStatus(tx, testId(number), 'disabled');
      noteRightHolders(tx, nowMs);
    });
  });

  it('N8 follow a change of the role itself', () => {
    const number = firstNumber;
    firstNumber += 1;
    const held = (nowMs: number) =>
      look(database, (tx) => otherHoldersEver(tx, APPROVE, testId(OWNER), nowMs)).find(
        ({ name }) => name === `Last${number}, First${number}`,
      )?.heldUntilMs;
    change(database, (tx) => {
      addUser(tx, number, { roleIds: ['approver'] });
      noteRightHolders(tx, NOW_MS);
    });
    expect(held(NOW_MS)).toBeNull();
    change(database, (tx) => {
      tx.prepare("DELETE FROM role_permission WHERE role_id = 'approver'").run();
      noteRightHolders(tx, NOW_MS + HOUR_MS);
    });
    expect(held(NOW_MS + 9 * HOUR_MS)).toBe(NOW_MS + HOUR_MS);
  });

  it('N8 count whoever holds it at other hours as a holder, and nobody whose last day has passed', () => {
    const [atHours, ended] = [firstNumber, firstNumber + 1];
    firstNumber += 2;
    const held = (number: number) =>
      look(database, (tx) => otherHoldersEver(tx, APPROVE, testId(OWNER), NOW_MS)).find(
        ({ name }) => name === `Last${number}, First${number}`,
      )?.heldUntilMs;
    change(database, (tx) => {
      tx.prepare(
        `INSERT INTO practice (id, name, time_zone, address, setup_step, install_id, created_at_ms)
         VALUES (1, 'Maple Street', 'America/New_York', '', 'finished', 'install-1', 1)`,
      ).run();
      tx.prepare(
        "INSERT INTO role (id, code, name, kind, purpose) VALUES ('nights', 901, 'Nights', 'clinic', '')",
      ).run();
      tx.prepare('INSERT INTO role_permission (role_id, permission) VALUES (?, ?)').run('nights', APPROVE);
      // One minute of the week.
      tx.prepare(
        'INSERT INTO role_hours (role_id, place, weekday, from_minute, until_minute) VALUES (?, 1, 3, 1, 2)',
      ).run('nights');
      addUser(tx, atHours, { roleIds: ['nights'] });
      addUser(tx, ended, { roleIds: ['nights'] });
      tx.prepare("UPDATE user_role SET valid_until = '2026-11-20' WHERE user_id = ?").run(testId(ended));
      noteRightHolders(tx, NOW_MS);
    });
    expect(held(atHours)).toBeNull();
    expect(held(ended)).toBeUndefined();
  });

  it('N8 count somebody who lost it unseen until now, and are then put right', () => {
    const number = firstNumber;
    firstNumber += 1;
    const held = (nowMs: number) =>
      look(database, (tx) => otherHoldersEver(tx, APPROVE, testId(OWNER), nowMs)).find(
        ({ name }) => name === `Last${number}, First${number}`,
      )?.heldUntilMs;
    change(database, (tx) => {
      addUser(tx, number, { isSuperUser: true });
      noteRightHolders(tx, NOW_MS);
    });
    change(database, (tx) => setStatus(tx, testId(number), 'disabled'));
    expect(held(NOW_MS + HOUR_MS)).toBe(NOW_MS + HOUR_MS);
    change(database, (tx) => noteEndedHolders(tx, NOW_MS + 2 * HOUR_MS));
    expect(held(NOW_MS + 9 * HOUR_MS)).toBe(NOW_MS + 2 * HOUR_MS);
  });
});

describe('the step that adds these notes', () => {
  it('N8 counts everybody who ever signed in, because nobody knows better', () => {
    const file = openAtVersion(MIGRATIONS, 11);
    const insert = (id: string, number: number, signedInAtMs: number | null) =>
      file.execute(
        `INSERT INTO user (id, number, last_name, first_name, login_id, login_id_folded, status, provider_scope,
           last_sign_in_at_ms, created_at_ms, created_by, changed_at_ms, changed_by)
         VALUES ('${id}', ${number}, 'L', 'F', '${id}', '${id}', 'disabled', 'all', ${signedInAtMs}, 5, 'u', 5, 'u')`,
      );
    insert('u1', 1, 7);
    insert('u2', 2, null);
    file.migrateTo(12);
    expect(file.all('SELECT user_id, since_ms, until_ms FROM right_holder')).toEqual([
      { user_id: 'u1', since_ms: 5, until_ms: null },
    ]);
    file.close();
  });
});
