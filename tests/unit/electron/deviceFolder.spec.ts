// The computer's own secret lives apart from the practice's data on every system.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceFolder } from '../../../electron/deviceFolder.ts';

describe('the device folder', () => {
  it.each([
    ['linux', {}, join('/home/a', '.local', 'share', 'Keyward-device')],
    ['linux', { XDG_DATA_HOME: '/x' }, join('/x', 'Keyward-device')],
    ['win32', { LOCALAPPDATA: '/l' }, join('/l', 'Keyward-device')],
    ['darwin', {}, join('/home/a', 'Library', 'Application Support', 'Keyward-device')],
    ['linux', { KEYWARD_DEVICE_DIR: '/named' }, '/named'],
  ] as const)('on %s with %o is its own', (platform, env, folder) => {
    expect(deviceFolder(platform, env, '/home/a')).toBe(folder);
  });
});
