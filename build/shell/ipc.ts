// ipcMain: what the main process answers to the preload.
import { EventEmitter } from 'node:events';
import { decodeClone, encodeClone } from './clone.ts';
import { guardClass } from './guard.ts';
import type { WebContents } from './webContents.ts';
import type { PreloadMessage } from './worlds.ts';

export interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
}
interface IpcEvent {
  sender: WebContents;
  senderFrame: Frame;
  frameId: number;
  processId: number;
  reply(channel: string, ...args: unknown[]): void;
}
type InvokeHandler = (event: IpcEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, InvokeHandler>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: InvokeHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}
guardClass('ipcMain', IpcMain);
export const ipcMain = new IpcMain();

/** Runs what the app registered for one message and gives the text to deliver back, if it was a question. */
export async function answerPreload(
  sender: WebContents,
  frame: Frame,
  message: PreloadMessage,
): Promise<string | null> {
  const { kind, channel, id } = message;
  const event: IpcEvent = {
    sender,
    senderFrame: frame,
    frameId: 1,
    processId: 1,
    reply: (to, ...args) => sender.send(to, ...args),
  };
  const args = decodeClone(message.args) as unknown[];
  if (kind === 'send') {
    ipcMain.emit(channel, event, ...args);
    return null;
  }
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return JSON.stringify({ id, ok: true, value: encodeClone(await handler(event, ...args)) });
  } catch (error) {
    const words = `Error invoking remote method '${channel}': ${error instanceof Error ? String(error) : 'Error'}`;
    return JSON.stringify({ id, ok: false, value: encodeClone(words) });
  }
}
