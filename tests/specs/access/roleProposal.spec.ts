// P5 over random tables of roles: what a change of a role would give to anybody is what its maker must hold.
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { readRoleGrants } from '../../../db/repositories/roleDefinition.ts';
import { insertRole, updateRole } from '../../../db/repositories/roleStore.ts';
import { type WriteTx, write } from '../../../db/transaction.ts';
import { readRoleProposal } from '../../../electron/roleProposal.ts';
import { withImplied } from '../../../shared/authorization/flattenRole.ts';
import { PERMISSION_IDS } from '../../../shared/catalogue/permissions.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { NOW_MS } from '../../support/people.ts';
import { desk } from '../../support/roleDesk.ts';

let database: TestDatabase;
beforeAll(() => {
  database = createTestDatabase();
});
afterAll(() => database.close());

const IDS = ['policy', 'top', 'middle', 'low'] as const;
const PARENTS = { policy: null, top: null, middle: 'top', low: 'middle' } as const;
const stamp = { byUserId: 'test', atMs: NOW_MS, reason: 'test' };
const some = fc.uniqueArray(fc.constantFrom(...PERMISSION_IDS.slice(0, 40)), { maxLength: 8 });
const fields = (id: (typeof IDS)[number], permissions: (typeof PERMISSION_IDS)[number][]) =>
  desk({ name: id, parentId: PARENTS[id], policyIds: id === 'top' ? ['policy'] : [], permissions });
const given = (tx: WriteTx, id: string) => withImplied(readRoleGrants(tx, [id])[0]?.permissions ?? []);

class Undo extends Error {}

/** Runs in a transaction that is taken back. */
function tried(work: (tx: WriteTx) => void): void {
  try {
    write(database.db, (tx) => {
      work(tx);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
}

describe('the proposal of a change of a role', () => {
  test.prop([fc.tuple(some, some, some, some), fc.constantFrom(...IDS), some], { numRuns: 100 })(
    'P5 nobodyGrantsWhatTheyLack: gains are exactly what any role newly gives, above and below the changed one',
    (rights, changed, wanted) => {
      tried((tx) => {
        for (const [at, id] of IDS.entries())
          insertRole(tx, id, id === 'policy' ? 'policy' : 'custom', fields(id, rights[at] ?? []), stamp);
        const before = new Map(IDS.map((id) => [id, given(tx, id)]));
        const proposal = readRoleProposal(tx, changed, fields(changed, wanted));
        updateRole(tx, changed, fields(changed, wanted), stamp);
        const gained = new Set(IDS.flatMap((id) => [...given(tx, id)].filter((one) => !before.get(id)?.has(one))));
        expect([...(proposal?.gains ?? [])].sort()).toEqual([...gained].sort());
      });
    },
  );
});
