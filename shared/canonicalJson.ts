// Canonical JSON text (RFC 8785, JCS): one value, one spelling, so a hash of the text is a hash of the value.

/** A value JSON can carry. Objects may leave a member `undefined`; it is then left out. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue | undefined };

/** The RFC 8785 text of `value`: members ordered by UTF-16 code units, no white space, ECMAScript numbers and escapes.
 *  Throws TypeError for what JSON cannot carry unambiguously: NaN, infinities, lone surrogates.
 *  Source: RFC 8785 section 3.2; I-JSON (RFC 7493) 2.1 for the surrogates. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON form');
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return canonicalObject(value);
}

function canonicalObject(value: { readonly [member: string]: JsonValue | undefined }): string {
  const parts: string[] = [];
  // The default sort compares UTF-16 code units, which is the order RFC 8785 3.2.3 asks for.
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) parts.push(`${quote(name)}:${canonicalJson(member)}`);
  }
  return `{${parts.join(',')}}`;
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('text with a lone surrogate has no JSON form');
  return JSON.stringify(text);
}

// Array.isArray does not narrow readonly arrays.
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
