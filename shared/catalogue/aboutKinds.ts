// What an expectation may be about (P6).

/** Anything, one row, the rows about one patient, or those that belong to one provider alone. */
export const ABOUT_KINDS = ['any', 'record', 'patient', 'provider'] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];
