// Which patient-bearing rows a subject may reach, as data, and the one predicate over it (S5.13, S5.14).

/** All providers, or the patients of the named providers only; an empty list reaches nobody. */
export type RowScope = { readonly providers: 'all' } | { readonly providers: readonly string[] };

/** Whether a row that belongs to `providerIds` lies in the scope. A row of no provider is reached by All Providers only. */
export function inScope(rowProviderIds: readonly string[], scope: RowScope): boolean {
  const { providers } = scope;
  return providers === 'all' || rowProviderIds.some((id) => providers.includes(id));
}

/** Whether every row of `inner` also lies in `outer`. */
export function isWithin(inner: RowScope, outer: RowScope): boolean {
  if (outer.providers === 'all') return true;
  if (inner.providers === 'all') return false;
  const { providers } = outer;
  return inner.providers.every((id) => providers.includes(id));
}
