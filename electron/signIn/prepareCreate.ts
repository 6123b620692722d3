// Making a practice: keys in a staging folder, then the first database; nothing exists until both are whole.
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Services } from '../services.ts';

export interface CreatedPractice {
  readonly userId: string;
  readonly recoveryCode: string;
  readonly userSecretKey: Buffer;
  /** Puts vault and database in place; until then a kill starts clean. */
  readonly commit: () => void;
}

/** Makes vault and empty database for the first Super User. Refuses once a practice exists. */
export async function prepareCreate(
  { practice, person }: Input<'setup.create'>,
  _windowId: string,
  services: Services,
): Promise<CreatedPractice | Refusal> {
  if (services.vault.state() !== 'absent')
    return refuse('CONFLICT', 'A practice is already set up on this computer. Sign in to it instead.');
  const { lastName, firstName, loginId, password } = person;
  const verdict = await services.passwordPolicy.check(password, [practice.name, lastName, firstName, loginId]);
  if (!verdict.isAcceptable) {
    const message = verdict.advice.join(' ');
    return refuse('INVALID_INPUT', message, { fields: [{ path: 'person.password', message }] });
  }
  const userId = services.newId();
  const { keyring, stagingDir, recoveryCode, userSecretKey, commit } = await services.vault.create({
    userId,
    loginId,
    password,
  });
  services.createIn(stagingDir, keyring);
  return { userId, recoveryCode, userSecretKey, commit };
}
