// Lists > Providers: list and record.
/** Lists > Providers: list and record. */
export function ProvidersScreen() {
  return <h1>Providers</h1>;
}
