// call.* and signin: whole calls through the router against the bare database work they contain.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { read, write } from '../../db/transaction.ts';
import { openAnchor } from '../../electron/anchor.ts';
import { passwordBytes, stretch } from '../../electron/keys/derive.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { BENCH_KDF, BENCH_PASSWORD, type BenchPractice, benchPractice } from './benchPractice.ts';
import { importPatients } from './importPatients.ts';
import { alternate, type Comparison, compared } from './measure.ts';

const CALLS = 25;
const ROUNDS = 31;
const PATIENTS = 5_000;

/** Rows call.write, call.read and signin. */
export async function benchCalls(): Promise<Comparison[]> {
  const practice = await benchPractice();
  const bare = bareDatabase(practice.folder);
  try {
    await importPatients(practice, PATIENTS);
    bare.fill();
    return [await callWrite(practice, bare), await callRead(practice, bare), await signIn(practice)];
  } finally {
    bare.close();
    practice.close();
  }
}

type Bare = ReturnType<typeof bareDatabase>;

/** The same file format and rules without our layers: one table, one insert, one anchor write. */
function bareDatabase(folder: string) {
  const db = openDatabase({ path: join(folder, 'bare.db'), pageKey: randomBytes(32), create: true });
  const anchor = openAnchor(join(folder, 'bare-anchor.bin'), randomBytes(32), 'bare');
  db.execute('CREATE TABLE bare_log (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  db.execute(
    'CREATE TABLE bare_patient (id INTEGER PRIMARY KEY, last_name TEXT, first_name TEXT, birth_date TEXT, gender TEXT, city TEXT) STRICT',
  );
  db.execute('CREATE INDEX bare_patient_by_name ON bare_patient (last_name, first_name, id)');
  const head = randomBytes(32);
  const body = 'x'.repeat(900);
  let number = 0;
  return {
    insert: () => {
      write(db, (tx) => tx.prepare('INSERT INTO bare_log (body) VALUES (?)').run(body));
      anchor.write(++number, head, { wallMs: Date.now(), monotonicMs: 0, bootId: 'bench' });
    },
    page: () =>
      read(db, (tx) => [
        tx.prepare('SELECT * FROM bare_patient ORDER BY last_name, first_name, id LIMIT 50').all(),
        tx.prepare('SELECT count(*) FROM bare_patient').all(),
      ]),
    fill: () =>
      write(db, (tx) => {
        const insert = tx.prepare(
          'INSERT INTO bare_patient (last_name, first_name, birth_date, gender, city) VALUES (?, ?, ?, ?, ?)',
        );
        for (let index = 0; index < PATIENTS; index++)
          insert.run(`Last${index}`, `First${index}`, '1980-01-01', 'F', 'Boston');
      }),
    close: () => {
      anchor.close();
      db.close();
    },
  };
}

async function callWrite({ must }: BenchPractice, bare: Bare): Promise<Comparison> {
  const { values } = await must('setting.read', {});
  const ours = async () => {
    for (let call = 0; call < CALLS; call++) {
      const { version } = await latest;
      latest = must('setting.update', { version, values: { ...values, idleMinutes: 10 + (call % 2) }, reason: '' });
    }
    await latest;
  };
  let latest: Promise<{ version: number }> = must('setting.read', {});
  const reference = () => {
    for (let call = 0; call < CALLS; call++) bare.insert();
  };
  return compared('call.write', await alternate(ours, reference, ROUNDS), CALLS, 1.4);
}

async function callRead({ must }: BenchPractice, bare: Bare): Promise<Comparison> {
  const ours = async () => {
    for (let call = 0; call < CALLS; call++) await must('patient.find', PROCEDURES['patient.find'].example);
  };
  const reference = () => {
    for (let call = 0; call < CALLS; call++) {
      bare.page();
      bare.insert();
    }
  };
  return compared('call.read', await alternate(ours, reference, ROUNDS), CALLS, 1.3);
}

/** Sign-in and sign-out, less their one key derivation, against opening and closing a keyed file. */
async function signIn({ must, folder }: BenchPractice): Promise<Comparison> {
  await must('session.delete', {});
  const input = { loginId: 'dwhitfield', password: BENCH_PASSWORD };
  const rounds = 5;
  const whole = async () => {
    for (let round = 0; round < rounds; round++) {
      await must('session.create', input);
      await must('session.delete', {});
    }
  };
  const salt = randomBytes(16);
  const derivation = async () => {
    for (let round = 0; round < rounds; round++) await stretch(passwordBytes(BENCH_PASSWORD), salt, BENCH_KDF);
  };
  const keyed = { path: join(folder, 'keyed.db'), pageKey: randomBytes(32) };
  openDatabase({ ...keyed, create: true }).close();
  const opening = () => {
    for (let round = 0; round < rounds; round++) openDatabase(keyed).close();
  };
  const { oursMs, referenceMs } = await alternate(whole, opening);
  const { oursMs: derivationMs } = await alternate(derivation, opening);
  return compared('signin', { oursMs: oursMs - derivationMs, referenceMs }, rounds, 3);
}
