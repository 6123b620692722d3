// The one call that starts before the file is open: try counted first, then slot, key, file.
import { userForSession } from '../../db/repositories/user.ts';
import { read } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { GateEventCode } from '../keys/gateTable.ts';
import { type Opened, type PreparedSlot, VaultDamagedError } from '../keys/vault.ts';
import type { Services } from '../services.ts';

/** A person whose secret opened their slot; their account is checked inside the transaction. */
export interface Entered {
  readonly userId: string;
  readonly loginId: string;
  readonly userSecretKey: Buffer;
}

/** The same words for an unknown, wrong, locked and disabled login (enumeration; ASVS 6.3.8). */
export const SIGN_IN_REFUSED = refuse(
  'UNAUTHENTICATED',
  'That did not work: the login ID or password is wrong, or the login is locked or disabled. ' +
    'Several wrong tries in a row lock a login for a while. Check both, or ask a Super User.',
);
const NO_KEY_HERE = refuse(
  'UNAUTHENTICATED',
  'This computer’s own key is missing, so nobody can sign in here. Use the recovery code to register this computer again.',
);

/** Opens the vault with login ID and password. */
export function prepareSignIn(
  { loginId, password }: Input<'session.create'>,
  _windowId: string,
  services: Services,
): Promise<Entered | Refusal> {
  return enter(loginId, services, () => services.vault.openWithPassword(loginId, password));
}

/** Opens the vault with a one-time activation code and makes the slot of the new password. */
export async function prepareActivate(
  { loginId, activationCode, newPassword }: Input<'session.activate'>,
  _windowId: string,
  services: Services,
): Promise<(Entered & { slot: PreparedSlot }) | Refusal> {
  const verdict = await services.passwordPolicy.check(newPassword, [loginId]);
  if (!verdict.isAcceptable) {
    const message = verdict.advice.join(' ');
    return refuse('INVALID_INPUT', message, { fields: [{ path: 'newPassword', message }] });
  }
  let slot: PreparedSlot | null = null;
  const entered = await enter(loginId, services, async () => {
    const opened = await services.vault.openWithActivationCode(loginId, activationCode);
    if (opened !== null) slot = await services.vault.makePassword(opened, newPassword);
    return opened;
  });
  if ('code' in entered) return entered;
  return slot === null ? SIGN_IN_REFUSED : { ...entered, slot };
}

async function enter(
  loginId: string,
  services: Services,
  openSlot: () => Promise<Opened | null>,
): Promise<Entered | Refusal> {
  const { clock } = services;
  const gate = services.gate();
  if (gate === null) return NO_KEY_HERE;
  const atMs = clock.nowMs();
  const answer = gate.beginAttempt(loginId, atMs);
  const fail = (code: GateEventCode): Refusal => {
    gate.queueEvent({ atMs, code, lookupId: gate.lookupId(loginId) });
    return SIGN_IN_REFUSED;
  };
  if (!answer.mayTry) return fail('locked');
  const opened = await openSlot().catch((error: unknown) => {
    if (error instanceof VaultDamagedError) gate.succeed(loginId);
    throw error;
  });
  if (opened === null) return fail(answer.lockedUntilMs === null ? 'failed' : 'locked');
  try {
    services.open(opened.keyring);
  } catch (error) {
    // The secret was right: a file in trouble must not lock the person out and so hide the trouble.
    gate.succeed(loginId);
    opened.keyring.wipe();
    opened.userSecretKey.fill(0);
    throw error;
  }
  // The time is asked anew: opening the file has told the clock how late it is at least.
  const account = read(services.database(), (tx) =>
    userForSession(tx, opened.userId, services.workstation, clock.nowMs()),
  );
  if (account === null || account.isLockedOut || !['active', 'invited'].includes(account.status)) {
    opened.userSecretKey.fill(0);
    return fail('refused');
  }
  return { userId: opened.userId, loginId, userSecretKey: opened.userSecretKey };
}
