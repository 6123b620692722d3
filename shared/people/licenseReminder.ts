// How early a license that runs out is brought to mind (S2.32).

/** Days before the end of a license at which its reminder begins. */
export const LICENSE_REMINDER_DAYS = 60;
