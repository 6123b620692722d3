// Roles screen.
/** Security > Roles. */
export function RolesScreen() {
  return <h1>Roles</h1>;
}
