// A whole name in one cell as last and first name.

/** `Last, First` splits at the comma; `First Middle Last` gives the last word to the last name; one word is a last name. */
export function splitName(name: string): { readonly lastName: string; readonly firstName: string } {
  const comma = name.indexOf(',');
  if (comma !== -1) return { lastName: name.slice(0, comma).trim(), firstName: name.slice(comma + 1).trim() };
  const words = name.split(/\s+/);
  return { lastName: words.at(-1) ?? '', firstName: words.slice(0, -1).join(' ') };
}
