// The bridge to the page: call() on one channel and onLocked(). It never changes when a procedure is added.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL, LOCKED_CHANNEL } from '../shared/channel.ts';

contextBridge.exposeInMainWorld('keyward', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(CHANNEL, name, input),
  onLocked: (listener: unknown): (() => void) => {
    const heard = (): void => {
      if (typeof listener === 'function') listener();
    };
    ipcRenderer.on(LOCKED_CHANNEL, heard);
    // A block body: returning off()'s own result would hand ipcRenderer across the bridge.
    return () => {
      ipcRenderer.off(LOCKED_CHANNEL, heard);
    };
  },
});
