// A proof run notices a door that is too wide or too narrow, and takes back whatever the handlers wrote (N2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPractice } from '../../../../db/repositories/practice.ts';
import { systemClock } from '../../../../electron/adapters/systemClock.ts';
import { admit, perform } from '../../../../electron/ipc/act.ts';
import type { AuthorizedCall } from '../../../../electron/ipc/stages.ts';
import { newId } from '../../../../electron/newId.ts';
import { type ProofRun, runProof } from '../../../../electron/proof/run.ts';
import type { Fire, Services } from '../../../../electron/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/createTestDatabase.ts';
import { addPatient, addProvider, addUser, change, look, NOW_MS } from '../../../support/people.ts';

let database: TestDatabase;
let userIds: string[];
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    createPractice(tx, {
      name: 'Maple',
      timeZone: 'UTC',
      address: '',
      setupStep: 'finished',
      installId: 'test',
      createdAtMs: NOW_MS,
    });
    const providerId = addProvider(tx, 1);
    addPatient(tx, 1, { providerIds: [providerId] });
    const reads = [{ permission: 'patient:update' as const, effect: 'grant' as const }];
    userIds = [addUser(tx, 1, { exceptions: reads }), addUser(tx, 2, { isSuperUser: true })];
  });
});
afterAll(() => database.close());

/** What a proof run reads of the services; whatever else a handler reaches for is fenced by the run itself. */
const services = {
  clock: systemClock(),
  workstation: 'FRONT-1',
  appVersion: '0.1.0',
  newId: () => newId(NOW_MS),
  practiceName: () => 'Maple',
  integrityAlarm: () => null,
  loginIdOf: () => null,
} as unknown as Services;

class Undone extends Error {}

/** Runs the proof through `fire` in a transaction that is taken back. */
function prove(fire: Fire): ProofRun {
  let run: ProofRun | null = null;
  try {
    change(database, (tx) => {
      run = runProof(tx, userIds, userIds, fire, services);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (run === null) throw new Error('the proof did not run');
  return run;
}

const verdictsOf = ({ fired }: ProofRun) =>
  fired.flatMap(({ procedure, verdict }) =>
    verdict === 'agrees' || verdict === 'furtherRule' ? [] : [[procedure, verdict]],
  );

describe('a proof run (N2)', () => {
  it('N2 finds nothing at the real door', () => {
    const run = prove({ admit, perform });
    expect(verdictsOf(run)).toEqual([]);
    expect(run.fired.length).toBeGreaterThan(400);
  });

  it('N2 finds the one act at which a door lets everybody in', () => {
    const tooWide: Fire['admit'] = (tx, valid, prepared, effects, inside) => {
      const real = admit(tx, valid, prepared, effects, inside);
      if (valid.name !== 'patient.delete' || real.isAdmitted) return real;
      return { isAdmitted: true, call: valid as AuthorizedCall, base: real.outcome.record };
    };
    expect(verdictsOf(prove({ admit: tooWide, perform }))).toEqual([['patient.delete', 'tooWide']]);
  });

  it('N2 finds the one act at which a door refuses who may', () => {
    const tooNarrow: Fire['admit'] = (tx, valid, prepared, effects, inside) => {
      const real = admit(tx, valid, prepared, effects, inside);
      if (valid.name !== 'patient.find' || !real.isAdmitted) return real;
      const record = { ...real.base, outcome: 'denied' as const, reason: 'noRight' };
      return { isAdmitted: false, outcome: { reply: { ok: true, value: null }, record } };
    };
    expect(verdictsOf(prove({ admit: tooNarrow, perform }))).toEqual([
      ['patient.find', 'tooNarrow'],
      ['patient.find', 'tooNarrow'],
    ]);
  });

  it('N2 leaves no row changed inside the very transaction it ran in', () => {
    const counts = () =>
      look(database, (tx) =>
        ['patient', 'provider', 'user', 'role', 'audit_entry', 'user_permission'].map((table) =>
          tx.prepare<{ total: number }>(`SELECT count(*) AS total FROM ${table}`).get(),
        ),
      );
    const before = counts();
    let performed = 0;
    change(database, (tx) => {
      const counting: Fire['perform'] = (...call) => {
        performed += 1;
        return perform(...call);
      };
      runProof(tx, userIds, userIds, { admit, perform: counting }, services);
    });
    expect(performed).toBeGreaterThan(100);
    const after = counts();
    expect(after.filter((_, at) => at !== 4)).toEqual(before.filter((_, at) => at !== 4));
  });
});
