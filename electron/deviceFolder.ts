// Where this computer's own secret lives: apart from the practice's data, so that a copy of one is not a copy of both.
import { join } from 'node:path';

/** The folder of the device secret. `KEYWARD_DEVICE_DIR` names another one. */
export function deviceFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (env.KEYWARD_DEVICE_DIR) return env.KEYWARD_DEVICE_DIR;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Keyward-device');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Keyward-device');
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'Keyward-device');
}
