// One spelling for each value: JSON with sorted keys and no space, over text, whole numbers, null, lists and objects.

export type CanonicalValue =
  | string
  | number
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/** The canonical text. Throws on a number that is not a safe integer. Source: RFC 8785, restricted to integers. */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('only safe integers have a canonical form here');
    return String(value);
  }
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function isList(value: readonly CanonicalValue[] | object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
