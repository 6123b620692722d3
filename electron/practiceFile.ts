// The practice file while at least one session is unlocked: database, keys and anchor, opened and closed together.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AnchorRead, type AnchorVerdict, checkAnchor } from '../db/audit/anchorCheck.ts';
import type { LogHead } from '../db/audit/append.ts';
import type { Database } from '../db/database.ts';
import { openDatabase, rekeyDatabase } from '../db/open.ts';
import { read } from '../db/transaction.ts';
import type { Clock } from './adapters.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import type { Keyring, Vault } from './keys/vault.ts';

export interface PracticeFile {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  readonly verdict: AnchorVerdict;
  /** Wall time of the newest anchor: the clock must not stand before it. */
  readonly anchoredAtMs: number;
  /** One of the anchor's two copies was unreadable. */
  readonly isAnchorTorn: boolean;
}

export interface PracticePaths {
  readonly vaultDir: string;
  readonly deviceDir: string;
}

const databasePath = ({ vaultDir }: PracticePaths): string => join(vaultDir, 'console.db');
const anchorPath = ({ deviceDir }: PracticePaths): string => join(deviceDir, 'anchor.bin');

/** Makes the first database of a vault that is still staged; nothing of it counts before the vault is put in place. */
export function createPracticeFile(stagingDir: string, keyring: Keyring): PracticeFile {
  const staged = { vaultDir: stagingDir, deviceDir: stagingDir };
  const db = openDatabase({ path: databasePath(staged), pageKey: keyring.pageKey, create: true });
  const anchor = openAnchor(anchorPath(staged), keyring.anchorKey, keyring.installId);
  return { db, keyring, anchor, verdict: 'ok', anchoredAtMs: 0, isAnchorTorn: false };
}

/** Moves a staged practice into place with `commit` and opens it there. */
export function putPracticeInPlace(
  paths: PracticePaths,
  vault: Vault,
  file: PracticeFile,
  commit: () => void,
): PracticeFile {
  file.anchor.close();
  file.db.close();
  commit();
  return openPracticeFile(paths, vault, file.keyring);
}

/** Opens database and anchor with the keys, finishing an interrupted key rotation first.
 *  Throws DatabaseOpenError when the file cannot be used; then nothing stays open. */
export function openPracticeFile(paths: PracticePaths, vault: Vault, given: Keyring): PracticeFile {
  mkdirSync(paths.deviceDir, { recursive: true, mode: 0o700 });
  const keyring = vault.resumeRotation(given, rekeyDatabase, databasePath(paths));
  const db = openDatabase({ path: databasePath(paths), pageKey: keyring.pageKey });
  try {
    const anchor = openAnchor(anchorPath(paths), keyring.anchorKey, keyring.installId);
    const reading = anchor.read();
    const known: AnchorRead =
      reading.state === 'ok'
        ? { state: 'present', number: reading.number, head: reading.head }
        : { state: reading.state };
    const verdict = read(db, (tx) => checkAnchor(tx, known));
    const isAnchorTorn = reading.state === 'ok' && !reading.bothValid && reading.number > 1;
    return { db, keyring, anchor, verdict, anchoredAtMs: reading.wallMs, isAnchorTorn };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Writes number and head to the anchor's other slot and waits for the disk (security.md 1.5 L3). */
export function anchorHead({ anchor }: PracticeFile, { number, head: hash }: LogHead, clock: Clock): void {
  anchor.write(number, hash, { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs(), bootId: clock.bootId });
}

/** Closes the files and turns the keys to zeros. */
export function closePracticeFile({ db, anchor, keyring }: PracticeFile): void {
  anchor.close();
  db.close();
  keyring.wipe();
}

/** Gives the root key a new generation and reopens the file with it. When a step fails, the rotation is taken up again
 *  from where it stopped; when that fails too, the keys are wiped and the next opening takes it up. */
export function rotatePracticeFile(
  paths: PracticePaths,
  vault: Vault,
  file: PracticeFile,
  remaining: readonly string[],
): PracticeFile {
  file.anchor.close();
  file.db.close();
  try {
    const keyring = vault.rotate(file.keyring, remaining, rekeyDatabase, databasePath(paths));
    return openPracticeFile(paths, vault, keyring);
  } catch {
    try {
      return openPracticeFile(paths, vault, file.keyring);
    } catch (error) {
      file.keyring.wipe();
      throw error;
    }
  }
}
