// The small areas of the operating system: key store, power, screen, menu, opening files.
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { guardClass, refuseUnknown } from './guard.ts';

const unavailable = (): never => {
  throw new Error(
    'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
  );
};

/** The shell has no key store, and says so. */
export const safeStorage = refuseUnknown('safeStorage', {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'unknown',
  encryptString: (_text: string): Buffer => unavailable(),
  decryptString: (_sealed: Buffer): string => unavailable(),
});

class PowerMonitor extends EventEmitter {
  /** Seconds since the last input of the whole desktop; 0 where that cannot be asked. */
  getSystemIdleTime(): number {
    const answer = process.env.DISPLAY ? spawnSync('xprintidle', { encoding: 'utf8', timeout: 500 }) : { stdout: '' };
    return Math.floor(Number.parseInt(answer.stdout || '0', 10) / 1000);
  }
}
guardClass('powerMonitor', PowerMonitor);
export const powerMonitor = new PowerMonitor();

export const Menu = refuseUnknown('Menu', {
  setApplicationMenu(menu: null): void {
    if (menu !== null) throw new Error('chromium shell: an application menu is not emulated');
  },
});

const note = (what: string): void => {
  process.stdout.write(`${what}\n`);
};

/** Files and folders are not opened; what would have been is written down. */
export const shell = refuseUnknown('shell', {
  async openPath(path: string): Promise<string> {
    note(`would open ${path}`);
    return '';
  },
  showItemInFolder(path: string): void {
    note(`would show ${path}`);
  },
});

const area = { x: 0, y: 0, width: 1920, height: 1080 };
export const screen = refuseUnknown('screen', {
  getPrimaryDisplay: () => ({ id: 1, bounds: area, workArea: area, workAreaSize: area, size: area, scaleFactor: 1 }),
});
