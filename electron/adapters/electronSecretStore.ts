// The operating system's key store (Keychain, DPAPI, Secret Service) behind the SecretStore interface.
import { safeStorage } from 'electron';
import type { SecretStore } from '../adapters.ts';

const KINDS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'keychain', win32: 'dpapi', linux: 'secret-service' };

/** Electron's safeStorage. Call after the app is ready. A Linux desktop without a key store counts as unavailable:
 *  there safeStorage would seal with a fixed, public password. */
export function electronSecretStore(): SecretStore {
  const isPublicPassword = (): boolean =>
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return {
    kind: KINDS[process.platform] ?? 'os',
    isAvailable: () => safeStorage.isEncryptionAvailable() && !isPublicPassword(),
    encrypt: (plain) => safeStorage.encryptString(plain.toString('base64')),
    decrypt: (sealed) => Buffer.from(safeStorage.decryptString(sealed), 'base64'),
  };
}
