// What the checks at opening found, in plain sentences (security.md 1.5, AppSensor IE6).
import type { AnchorVerdict } from '../db/audit/anchorCheck.ts';
import type { Gate } from './keys/gate.ts';

const WHAT_NOW =
  'Only Super Users can work until this is explained. Keep all files as they are and call whoever set this computer up.';

/** The sentence for an anchor that does not fit the log; null when it fits, or lags by one call as after a power cut. */
export function anchorAlarm(verdict: AnchorVerdict, isTorn: boolean): string | null {
  switch (verdict) {
    case 'ok':
    case 'lagging':
      return isTorn ? `One of the two copies of the log’s anchor cannot be read. ${WHAT_NOW}` : null;
    case 'rollback':
      return `The practice file is older than it was when last used: entries are missing at its end. ${WHAT_NOW}`;
    case 'mismatch':
      return `The activity log is not the one last used on this computer. ${WHAT_NOW}`;
    case 'absent':
      return `The anchor of the activity log is missing from this computer. ${WHAT_NOW}`;
    case 'damaged':
      return `The anchor of the activity log cannot be read. ${WHAT_NOW}`;
  }
}

/** The event for a gate file that was lost or replaced by an older one; null when it is as the database remembers it. */
export function gateEvent(gate: Gate, rememberedSequence: number): string | null {
  if (gate.condition === 'missing') return 'gate_missing';
  if (gate.condition === 'damaged' || gate.condition === 'torn') return 'gate_damaged';
  return gate.sequence < rememberedSequence ? 'gate_older' : null;
}
