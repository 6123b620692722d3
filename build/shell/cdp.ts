// Chromium's DevTools protocol over the pipe on file descriptors 3 and 4: no listening port.
import type { Readable, Writable } from 'node:stream';

/** The events the shell listens to, with the parameters it reads. */
export interface CdpEvents {
  'Target.attachedToTarget': {
    sessionId: string;
    waitingForDebugger: boolean;
    targetInfo: { targetId: string; type: string; url: string; openerId?: string };
  };
  'Target.detachedFromTarget': { sessionId: string };
  'Fetch.requestPaused': {
    requestId: string;
    resourceType: string;
    frameId: string;
    request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  };
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.executionContextCreated': { context: { id: number; name: string; auxData?: { frameId?: string } } };
  'Page.frameNavigated': { frame: { id: string; parentId?: string; url: string } };
  'Page.frameStartedNavigating': { frameId: string; url: string; navigationType: string };
  'Page.navigatedWithinDocument': { frameId: string; url: string };
  'Page.frameAttached': { frameId: string; parentFrameId: string };
  'Page.loadEventFired': { timestamp: number };
  'Page.domContentEventFired': { timestamp: number };
  'Inspector.targetCrashed': Record<string, never>;
}

type Listener = { name: string; session: string | undefined; run: (params: never, session?: string) => void };
type Waiting = { session: string | undefined; resolve: (value: never) => void; reject: (error: Error) => void };

export interface Cdp {
  /** Sends one command; rejects with Chromium's words, or when its target is gone. */
  send<T = unknown>(method: string, params?: object, session?: string): Promise<T>;
  /** Listens to one event; `session` undefined hears it from every target. */
  on<K extends keyof CdpEvents>(name: K, run: (params: CdpEvents[K], session?: string) => void, session?: string): void;
  /** Forgets a target: its listeners go, its unanswered commands are rejected. */
  forget(session: string): void;
  readonly closed: Promise<void>;
}

/** Speaks CDP on the two ends of Chromium's debugging pipe. */
export function connectCdp(output: Writable, input: Readable): Cdp {
  let lastId = 0;
  let listeners: Listener[] = [];
  const waiting = new Map<number, Waiting>();
  const pending: Buffer[] = [];
  const closed = Promise.withResolvers<void>();

  const dispatch = (text: string): void => {
    const message = JSON.parse(text) as {
      id?: number;
      method?: string;
      params?: unknown;
      result?: unknown;
      error?: { message: string };
      sessionId?: string;
    };
    if (message.id !== undefined) {
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) entry?.reject(new Error(message.error.message));
      else entry?.resolve(message.result as never);
      return;
    }
    for (const listener of listeners)
      if (
        listener.name === message.method &&
        (listener.session === undefined || listener.session === message.sessionId)
      )
        listener.run(message.params as never, message.sessionId);
  };

  input.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      pending.push(rest.subarray(0, end));
      const text = Buffer.concat(pending).toString('utf8');
      pending.length = 0;
      rest = rest.subarray(end + 1);
      dispatch(text);
    }
    if (rest.length > 0) pending.push(rest);
  });
  const end = (): void => {
    for (const entry of waiting.values()) entry.reject(new Error('chromium shell: the browser is gone'));
    waiting.clear();
    closed.resolve();
  };
  input.on('close', end);
  input.on('error', end);
  output.on('error', end);

  return {
    closed: closed.promise,
    send<T>(method: string, params: object = {}, session?: string): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const id = ++lastId;
      waiting.set(id, { session, resolve: resolve as (value: never) => void, reject });
      output.write(`${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`);
      return promise;
    },
    on(name, run, session) {
      listeners.push({ name, session, run: run as Listener['run'] });
    },
    forget(session) {
      listeners = listeners.filter((listener) => listener.session !== session);
      for (const [id, entry] of waiting)
        if (entry.session === session) {
          waiting.delete(id);
          entry.reject(new Error('chromium shell: the window is gone'));
        }
    },
  };
}
