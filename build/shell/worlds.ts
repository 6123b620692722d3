// The scripts that run before a page's own: one in the page's world, one (the preload) in a world of its own.
import { randomBytes } from 'node:crypto';
import { type ExposeApi, linkWorlds } from './bridge.ts';
import { decodeClone, encodeClone } from './clone.ts';

/** The name Electron gives the preload's world. */
export const PRELOAD_WORLD = 'Electron Isolated Context';
/** The binding to Node; it exists in the preload's world only. */
export const BINDING = '__chromiumShellSend';

type Link = typeof linkWorlds;

/** What the preload's world says to Node. */
export interface PreloadMessage {
  kind: 'invoke' | 'send';
  id: number;
  channel: string;
  args: string;
  url: string;
}

function pageWorld(linkWorldsHere: Link, secret: string): void {
  if (window !== window.top) return;
  const expose: ExposeApi = (name, api) => {
    if (Object.hasOwn(window, name))
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    Object.defineProperty(window, name, { value: api, enumerable: true, writable: false, configurable: false });
  };
  const meet = (event: Event): void => {
    window.removeEventListener(secret, meet, true);
    event.stopImmediatePropagation();
    const link = (event as MouseEvent).relatedTarget;
    if (link) linkWorldsHere(link, 'toPage', 'toPreload', expose);
  };
  window.addEventListener(secret, meet, true);
}

function preloadWorld(
  linkWorldsHere: Link,
  secret: string,
  encode: typeof encodeClone,
  decode: typeof decodeClone,
  bindingName: string,
  run: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void,
): void {
  if (window !== window.top || location.href === 'about:blank') return;
  const scope = globalThis as unknown as Record<string, (text: string) => void>;
  const link = document.createElement('i');
  const expose = linkWorldsHere(link, 'toPreload', 'toPage', () => undefined);
  window.dispatchEvent(new MouseEvent(secret, { relatedTarget: link }));

  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const post = (kind: 'invoke' | 'send', id: number, channel: string, args: unknown[]): void =>
    scope[bindingName]?.(JSON.stringify({ kind, id, channel, args: encode(args), url: location.href }));
  class IpcRenderer {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        post('invoke', id, channel, args);
        waiting.set(id, { resolve, reject });
      });
    }
    send(channel: string, ...args: unknown[]): void {
      post('send', 0, channel, args);
    }
    on(channel: string, listener: Listener): this {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return this;
    }
    off(channel: string, listener: Listener): this {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
      return this;
    }
    removeListener(channel: string, listener: Listener): this {
      return this.off(channel, listener);
    }
  }
  const ipcRenderer = new IpcRenderer();
  const deliver = (text: string): void => {
    const message = JSON.parse(text) as { id?: number; ok?: boolean; channel?: string; value: string };
    const value = decode(message.value);
    if (message.channel !== undefined) {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer }, ...(value as unknown[]));
      return;
    }
    const entry = waiting.get(message.id ?? -1);
    waiting.delete(message.id ?? -1);
    if (message.ok) entry?.resolve(value);
    else entry?.reject(new Error(String(value)));
  };
  Object.defineProperty(globalThis, '__chromiumShellDeliver', { value: deliver });
  const electron = { ipcRenderer, contextBridge: { exposeInMainWorld: expose } };
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  run(require, module, module.exports);
}

/** The two scripts of one window, sharing a fresh secret: the source for the page's world and for the preload's. */
export function worldScripts(preload: string): { page: string; preload: string } {
  const secret = `shell-${randomBytes(16).toString('hex')}`;
  const name = JSON.stringify(secret);
  return {
    page: `(${pageWorld.toString()})(${linkWorlds.toString()}, ${name});`,
    preload:
      `(${preloadWorld.toString()})(${linkWorlds.toString()}, ${name}, ${encodeClone.toString()}, ` +
      `${decodeClone.toString()}, ${JSON.stringify(BINDING)}, function (require, module, exports) {\n${preload}\n});`,
  };
}
