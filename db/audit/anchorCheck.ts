// Compares the log with the anchor kept outside the vault folder (security.md 1.5 L3).
import type { ReadTx } from '../transaction.ts';
import { head } from './append.ts';
import { EMPTY_HEAD } from './chain.ts';

/** What reading the anchor gave: nothing there, something unreadable, or the last number and head it was told. */
export type AnchorRead =
  | { readonly state: 'absent' }
  | { readonly state: 'damaged' }
  | { readonly state: 'present'; readonly number: number; readonly head: Uint8Array };

/** `ok`: same end. `lagging`: the log is ahead by the entries of one request, as after a crash between commit and anchor.
 *  `rollback`: the log is shorter than the anchor says. `mismatch`: another log, or ahead by more than one request. */
export type AnchorVerdict = 'ok' | 'lagging' | 'rollback' | 'mismatch' | 'absent' | 'damaged';

/** The verdict on the log's end. Checks only the anchored entry; the chain itself is for verifyLog(). Never throws. */
export function checkAnchor(tx: ReadTx, anchor: AnchorRead): AnchorVerdict {
  if (anchor.state !== 'present') return anchor.state;
  const end = head(tx);
  if (anchor.number > end.number) return 'rollback';
  const anchored =
    anchor.number === 0
      ? EMPTY_HEAD
      : tx.prepare<{ hash: Buffer }>('SELECT hash FROM audit_entry WHERE number = ?').get(anchor.number)?.hash;
  if (anchored === undefined || !anchored.equals(anchor.head)) return 'mismatch';
  if (anchor.number === end.number) return 'ok';
  const later = tx
    .prepare("SELECT DISTINCT body ->> '$.requestId' FROM audit_entry WHERE number > ? LIMIT 2")
    .all(anchor.number);
  return later.length === 1 ? 'lagging' : 'mismatch';
}
