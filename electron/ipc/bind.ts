// The only file that imports ipcMain: one handle() that passes every call on to the core's router.
import { ipcMain, type WebContents } from 'electron';
import { CHANNEL } from '../../shared/channel.ts';
import type { Core } from '../core.ts';

/** Binds the one channel to the core. `windowIdOf` names the window of a page; a page without a window gets a name no
 *  session can have, so the core refuses and records it. */
export function bindCore(core: Core, windowIdOf: (contents: WebContents) => string): void {
  ipcMain.handle(CHANNEL, (event, name: unknown, input: unknown) => {
    // The frame is null when it has gone since it asked: then nobody of ours is asking.
    const frame = event.senderFrame;
    const sender = { url: frame?.url ?? '', isMainFrame: frame !== null && frame.parent === null };
    return core.call(windowIdOf(event.sender), sender, name, input);
  });
}
