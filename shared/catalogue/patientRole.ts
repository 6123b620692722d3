// The role of a patient at the desk, which reaches one record and nothing else (S1.23).

/** Whoever holds this role reaches the one patient record they are linked to, whatever else they are given. */
export const PATIENT_ROLE_ID = 'patient';
