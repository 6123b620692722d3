// Thrown when the right secret opens a slot of a key file that its key did not write.

/** The key file was changed by something other than this program. The answer is review, never repair. */
export class VaultDamagedError extends Error {
  override readonly name = 'VaultDamagedError';
  readonly sentence =
    'The key file of this practice was changed by something other than Keyward. Do not work in it: call whoever looks after your computers, or restore the newest backup.';
}
