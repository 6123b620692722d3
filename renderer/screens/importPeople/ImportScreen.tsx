// Import of providers and patients from CSV.
/** Import of providers and patients from CSV. */
export function ImportScreen() {
  return <h1>Import</h1>;
}
