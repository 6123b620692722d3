// Opening the practice with the paper recovery code; a new code is made at once, and the old one works until it is proved.
import { listLogins } from '../../db/repositories/user.ts';
import { read } from '../../db/transaction.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Services, ShownRecovery } from '../services.ts';

/** The gate's row for recovery tries: no login ID may hold this character. */
const RECOVERY_ROW = '#recovery';

/** Opens the vault with the recovery code, which needs no device secret; tries are counted like sign-ins. */
export async function prepareRecover(
  { recoveryCode }: Input<'session.recover'>,
  _windowId: string,
  services: Services,
): Promise<ShownRecovery | Refusal> {
  const atMs = services.clock.nowMs();
  const gate = services.gate();
  const mayTry = gate === null || gate.beginAttempt(RECOVERY_ROW, atMs).mayTry;
  const keyring = mayTry ? await services.vault.openWithRecoveryCode(recoveryCode) : null;
  if (keyring === null) {
    gate?.queueEvent({ atMs, code: 'recoveryFailed', lookupId: gate.lookupId(RECOVERY_ROW) });
    return refuse(
      'UNAUTHENTICATED',
      'That recovery code did not work. Check every group against the paper; after several wrong tries wait fifteen minutes.',
    );
  }
  const isNewComputer = services.vault.state() === 'deviceSecretMissing';
  try {
    services.open(keyring);
  } catch (error) {
    // The code was right: a file in trouble must not use the tries up.
    gate?.succeed(RECOVERY_ROW);
    throw error;
  }
  if (isNewComputer) {
    services.vault.reenrol(services.keyring(), read(services.database(), listLogins));
    services.acceptNewComputer();
  }
  services.gate()?.succeed(RECOVERY_ROW);
  return services.vault.makeRecovery(services.keyring());
}
