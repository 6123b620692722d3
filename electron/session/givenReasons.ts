// The reasons a person gave in their session: one for a single act, or one for a patient until the session ends (P7).

export interface GivenReasons {
  /** Remembers a reason for the next act of `act`, and for everything about `patientId` where one is named. */
  give(act: string, patientId: string | null, words: string): void;
  /** The reason given for this act or patient, or null. */
  of(act: string, patientId: string | null): string | null;
  /** The act was done: it asks again next time. */
  use(act: string): void;
}

export function createGivenReasons(): GivenReasons {
  const forActs = new Map<string, string>();
  const forPatients = new Map<string, string>();
  return {
    give(act, patientId, words) {
      forActs.set(act, words);
      if (patientId !== null) forPatients.set(patientId, words);
    },
    of: (act, patientId) => forActs.get(act) ?? (patientId === null ? null : (forPatients.get(patientId) ?? null)),
    use: (act) => void forActs.delete(act),
  };
}
