// What somebody did with a patient record, in the few kinds its receipt counts (S1.23).

export const ACCESS_KINDS = {
  viewed: 'Viewed',
  changed: 'Added or changed',
  printed: 'Printed',
  saved: 'Saved to a file',
  asked: 'Looked up who could open it, or who did',
} as const;

export type AccessKind = keyof typeof ACCESS_KINDS;
export const ACCESS_KIND_IDS = Object.keys(ACCESS_KINDS) as [AccessKind, ...AccessKind[]];

/** DICOM: data left the program. Source: DICOM PS3.15 A.5, audit event id 110106 Export. */
const EXPORT_CODE = '110106';

interface LoggedAct {
  readonly event: string;
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly dicomCode: string | null;
}

/** The kind of one act in the log. A question about a record shows nothing of what stands in it, even where its answer
 *  was printed. */
export function accessKindOf({ event, action, dicomCode }: LoggedAct): AccessKind {
  if (event.startsWith('access_') || event.startsWith('patient_accesses_')) return 'asked';
  if (event.endsWith('_printed')) return 'printed';
  if (dicomCode === EXPORT_CODE) return 'saved';
  return action === 'R' ? 'viewed' : 'changed';
}
