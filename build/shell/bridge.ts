// contextBridge: the link between the preload's world and the page's. Sent to both worlds as source, so it stands alone.

export type ExposeApi = (name: string, api: unknown) => void;

/** Answers calls across the two worlds over events on one detached element that only they hold.
 *  Chromium clones an event's detail between worlds; functions travel as numbers, promises settle later.
 *  Everything used is taken before the page's scripts run, so a page that patches built-ins learns nothing. */
export function linkWorlds(link: EventTarget, inName: string, outName: string, expose: ExposeApi): ExposeApi {
  const { apply, ownKeys, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { freeze, create } = Object;
  const { isArray } = Array;
  const [Custom, Failure, Later] = [CustomEvent, Error, Promise];
  const dispatch = EventTarget.prototype.dispatchEvent;
  const attach = Promise.prototype.then;
  const plain = [Date, RegExp, Map, Set, ArrayBuffer, Blob];
  const isView = ArrayBuffer.isView;
  const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get ?? (() => null);
  type Fn = (...args: unknown[]) => unknown;
  type Coded =
    | { t: 'f' | 'p'; id: number }
    | { t: 'v' | 'e'; v: unknown }
    | { t: 'a'; v: Coded[] }
    | { t: 'o'; v: unknown[] };
  type Message =
    | { op: 'expose'; name: string; value: Coded }
    | { op: 'call'; id: number; args: Coded }
    | { op: 'return' | 'settle'; id: number; ok: boolean; value: Coded };
  const functions = create(null) as Record<number, Fn>;
  const pending = create(null) as Record<
    number,
    { resolve: (value: unknown) => void; reject: (error: unknown) => void }
  >;
  let lastId = 0;
  let answer: Extract<Message, { op: 'return' | 'settle' }> | undefined;

  const send = (message: Message): void => {
    apply(dispatch, link, [new Custom(outName, { detail: message })]);
  };
  const settleLater = (id: number, promise: Promise<unknown>): void => {
    const settle = (ok: boolean) => (value: unknown) => send({ op: 'settle', id, ok, value: encode(value, 0) });
    void apply(attach, promise, [settle(true), settle(false)]);
  };
  const encode = (value: unknown, depth: number): Coded => {
    if (depth > 100) throw new Failure('An object could not be cloned.');
    if (typeof value === 'function') {
      functions[++lastId] = value as Fn;
      return { t: 'f', id: lastId };
    }
    if (typeof value !== 'object' || value === null || isView(value)) return { t: 'v', v: value };
    if (value instanceof Later) {
      const id = ++lastId;
      settleLater(id, value);
      return { t: 'p', id };
    }
    if (value instanceof Failure) return { t: 'e', v: value.message };
    for (let at = 0; at < plain.length; at++) {
      const type = plain[at];
      if (type && value instanceof type) return { t: 'v', v: value };
    }
    if (isArray(value)) {
      const items: Coded[] = [];
      for (let at = 0; at < value.length; at++)
        defineProperty(items, at, {
          value: encode(value[at], depth + 1),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      return { t: 'a', v: items };
    }
    // Own members only: an object whose methods sit on its prototype arrives as {}, as in Electron 29 and later.
    const entries: unknown[] = [];
    const keys = ownKeys(value);
    for (let at = 0, to = 0; at < keys.length; at++) {
      const key = keys[at];
      if (typeof key !== 'string' || !getOwnPropertyDescriptor(value, key)?.enumerable) continue;
      const pair = [key, encode((value as Record<string, unknown>)[key], depth + 1)];
      defineProperty(entries, to++, { value: pair, writable: true, enumerable: true, configurable: true });
    }
    return { t: 'o', v: entries };
  };
  const decode = (coded: Coded): unknown => {
    if (coded.t === 'v') return coded.v;
    if (coded.t === 'e') return new Failure(coded.v as string);
    if (coded.t === 'f') {
      const { id } = coded;
      return freeze((...args: unknown[]) => callOther(id, args));
    }
    if (coded.t === 'p') {
      const { id } = coded;
      return new Later((resolve, reject) => {
        pending[id] = { resolve, reject };
      });
    }
    if (coded.t === 'a') {
      const items: unknown[] = [];
      for (let at = 0; at < coded.v.length; at++) {
        const item = coded.v[at];
        if (item)
          defineProperty(items, at, { value: decode(item), writable: true, enumerable: true, configurable: true });
      }
      return items;
    }
    const object = {};
    if (coded.t !== 'o') return object;
    for (let at = 0; at < coded.v.length; at++) {
      const pair = coded.v[at] as [string, Coded];
      defineProperty(object, pair[0], { value: decode(pair[1]), writable: true, enumerable: true, configurable: true });
    }
    return object;
  };
  const callOther = (id: number, args: unknown[]): unknown => {
    answer = undefined;
    send({ op: 'call', id, args: encode(args, 0) });
    // The other world answered while the event was dispatched.
    const given = answer as Extract<Message, { op: 'return' | 'settle' }> | undefined;
    answer = undefined;
    if (!given) throw new Failure('the other side of the bridge is gone');
    const value = decode(given.value);
    if (!given.ok) throw value;
    return value;
  };
  const freezeDeep = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) {
      const keys = ownKeys(value);
      for (let at = 0; at < keys.length; at++) freezeDeep((value as Record<PropertyKey, unknown>)[keys[at] as string]);
      freeze(value);
    }
    return value;
  };
  const answerCall = (id: number, coded: Coded): Message => {
    try {
      const run = functions[id];
      if (!run) throw new Failure('no such function on the bridge');
      return { op: 'return', id, ok: true, value: encode(apply(run, undefined, decode(coded) as unknown[]), 0) };
    } catch (error) {
      return { op: 'return', id, ok: false, value: encode(error, 0) };
    }
  };

  link.addEventListener(inName, (event) => {
    const message = apply(detailOf, event, []) as Message;
    if (message.op === 'expose') expose(message.name, freezeDeep(decode(message.value)));
    else if (message.op === 'call') send(answerCall(message.id, message.args));
    else if (message.op === 'return') answer = message;
    else {
      const entry = pending[message.id];
      delete pending[message.id];
      const value = decode(message.value);
      if (message.ok) entry?.resolve(value);
      else entry?.reject(value);
    }
  });
  return (name, api) => send({ op: 'expose', name, value: encode(api, 0) });
}
