// nativeTheme: the colour scheme every page is told to prefer.
import { EventEmitter } from 'node:events';
import { guardClass } from './guard.ts';
import { runtime } from './runtime.ts';

type Source = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  #source: Source = 'system';
  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    this.#source = source;
    for (const { webContents } of runtime.windows.values())
      if (webContents.targetId !== undefined)
        runtime.browser?.cdp
          .send('Emulation.setEmulatedMedia', { features: colourSchemeFeatures() }, webContents.session)
          .catch(() => undefined);
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
guardClass('nativeTheme', NativeTheme);
export const nativeTheme = new NativeTheme();

/** The media features Chromium is told; none where the system decides. */
export function colourSchemeFeatures(): { name: string; value: string }[] {
  const source = nativeTheme.themeSource;
  return source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }];
}
