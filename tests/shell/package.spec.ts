// The packaging settings: valid, shut tight, and nothing of the sources in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { newFolder } from './launchDemo.ts';
import { makeStandInDist } from './packApp.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const readConfig = () => getConfig(ROOT, join(ROOT, 'electron-builder.yml'), null);

describe('the packaging settings', () => {
  it('are valid by the packer’s own schema', async () => {
    await expect(validateConfiguration(await readConfig(), new DebugLogger(false))).resolves.toBeUndefined();
  });

  it('never publish, never rebuild, and unpack what has native code', async () => {
    const { publish, npmRebuild, asar, asarUnpack } = await readConfig();
    expect({ publish, npmRebuild, asar }).toEqual({ publish: null, npmRebuild: false, asar: true });
    expect(asarUnpack).toEqual(['**/prebuilds/**', 'node_modules/@node-rs/**']);
  });

  it('shut every door of the runtime that can be shut', async () => {
    const { electronFuses } = await readConfig();
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });

  it('set a fuse wire that reads back as written', async () => {
    const folder = join(newFolder(), 'dist');
    makeStandInDist(folder);
    const program = join(folder, 'electron');
    await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.OnlyLoadAppFromAsar]: true });
    const wire = await getCurrentFuseWire(program);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
  });

  it('name the same version of the runtime as the shell follows', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', 'electron', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(readFileSync(join(ROOT, 'build', 'shell', 'run.ts'), 'utf8')).toContain(`ELECTRON_VERSION = '${version}'`);
  });
});
