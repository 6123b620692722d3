// Patients: list and record.
/** Patients: list and record. */
export function PatientsScreen() {
  return <h1>Patients</h1>;
}
