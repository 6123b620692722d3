// Structured clone as text, for messages between Node and a page. Both functions are also sent to the page as source,
// so each must stand alone: no import, no outer name.

/** Text for a value, keeping Date, Map, Set, RegExp, Error, bytes, BigInt, undefined and cycles.
 *  Throws `An object could not be cloned.` for functions and symbols, in Electron's words. */
export function encodeClone(value: unknown): string {
  const seen = new Map<object, number>();
  const encode = (item: unknown): unknown => {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
    if (typeof item === 'number')
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : { $: 'n', v: Object.is(item, -0) ? '-0' : String(item) };
    if (item === undefined) return { $: 'u' };
    if (typeof item === 'bigint') return { $: 'i', v: String(item) };
    if (typeof item !== 'object') throw new Error('An object could not be cloned.');
    const known = seen.get(item);
    if (known !== undefined) return { $: 'r', v: known };
    seen.set(item, seen.size);
    if (Array.isArray(item)) return item.map(encode);
    if (item instanceof Date) return { $: 'd', v: item.getTime() };
    if (item instanceof RegExp) return { $: 'x', v: [item.source, item.flags] };
    if (item instanceof Error) return { $: 'e', v: [item.name, item.message] };
    if (item instanceof Map) return { $: 'm', v: [...item].map(([key, entry]) => [encode(key), encode(entry)]) };
    if (item instanceof Set) return { $: 's', v: [...item].map(encode) };
    if (item instanceof ArrayBuffer || ArrayBuffer.isView(item)) {
      const bytes =
        item instanceof ArrayBuffer
          ? new Uint8Array(item)
          : new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
      let binary = '';
      for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
      const tag = Object.prototype.toString.call(item).slice(8, -1);
      return { $: 'b', k: tag, v: btoa(binary) };
    }
    const entries = Object.entries(item).map(([key, entry]): [string, unknown] => [key, encode(entry)]);
    return { $: 'o', v: entries };
  };
  return JSON.stringify(encode(value));
}

/** The value of a text made by encodeClone. Objects come back as plain own properties, `__proto__` included. */
export function decodeClone(text: string): unknown {
  const made: unknown[] = [];
  const views: Record<string, (bytes: Uint8Array<ArrayBuffer>) => unknown> = {
    ArrayBuffer: (bytes) => bytes.buffer,
    Uint8Array: (bytes) => bytes,
    Int8Array: (bytes) => new Int8Array(bytes.buffer),
    Uint8ClampedArray: (bytes) => new Uint8ClampedArray(bytes.buffer),
    Uint16Array: (bytes) => new Uint16Array(bytes.buffer),
    Int16Array: (bytes) => new Int16Array(bytes.buffer),
    Uint32Array: (bytes) => new Uint32Array(bytes.buffer),
    Int32Array: (bytes) => new Int32Array(bytes.buffer),
    Float32Array: (bytes) => new Float32Array(bytes.buffer),
    Float64Array: (bytes) => new Float64Array(bytes.buffer),
    BigInt64Array: (bytes) => new BigInt64Array(bytes.buffer),
    BigUint64Array: (bytes) => new BigUint64Array(bytes.buffer),
    DataView: (bytes) => new DataView(bytes.buffer),
  };
  const keep = <T>(item: T): T => {
    made.push(item);
    return item;
  };
  const decode = (item: unknown): unknown => {
    if (Array.isArray(item)) {
      const list: unknown[] = keep([]);
      for (const entry of item) list.push(decode(entry));
      return list;
    }
    if (typeof item !== 'object' || item === null) return item;
    const { $: tag, k: kind, v } = item as { $: string; k?: string; v: never };
    if (tag === 'u') return undefined;
    if (tag === 'n') return Number(v);
    if (tag === 'i') return BigInt(v);
    if (tag === 'r') return made[v];
    if (tag === 'd') return keep(new Date(v));
    if (tag === 'x') return keep(new RegExp(v[0], v[1]));
    if (tag === 'e') return keep(Object.assign(new Error(v[1]), { name: v[0] }));
    if (tag === 'b') {
      const bytes = Uint8Array.from(atob(v), (letter) => letter.charCodeAt(0));
      return keep((views[kind ?? ''] ?? ((same: Uint8Array) => same))(bytes));
    }
    if (tag === 'm') {
      const map = keep(new Map<unknown, unknown>());
      for (const [key, entry] of v as [unknown, unknown][]) map.set(decode(key), decode(entry));
      return map;
    }
    if (tag === 's') {
      const set = keep(new Set<unknown>());
      for (const entry of v as unknown[]) set.add(decode(entry));
      return set;
    }
    const object: object = keep({});
    for (const [key, entry] of v as [string, unknown][])
      Object.defineProperty(object, key, {
        value: decode(entry),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    return object;
  };
  return decode(JSON.parse(text));
}
