// What a person types back from the recovery sheet.

export interface TypedGroup {
  position: number;
  typed: string;
}

/** Two groups of a code, by their place from the left, as the set-up asks for them. */
export function twoGroups(code: string): TypedGroup[] {
  const groups = code.split('-');
  return [2, 5].map((position) => ({ position, typed: groups[position - 1] ?? '' }));
}
