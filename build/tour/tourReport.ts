// What the tour expected and what it saw.

export interface TourStep {
  readonly step: string;
  readonly expected: string;
  readonly seen: string;
  readonly isAsExpected: boolean;
}

export interface TourReport {
  readonly steps: readonly TourStep[];
  /** Notes one comparison. */
  see(step: string, expected: string, seen: string): void;
  isAllAsExpected(): boolean;
}

/** An empty report. `expected` may be the beginning of a longer text when it ends with `…`. */
export function createTourReport(say: (line: string) => void): TourReport {
  const steps: TourStep[] = [];
  return {
    steps,
    see: (step, expected, seen) => {
      const isAsExpected = expected.endsWith('…') ? seen.startsWith(expected.slice(0, -1)) : seen === expected;
      steps.push({ step, expected, seen, isAsExpected });
      say(`${isAsExpected ? 'ok  ' : 'NOT '} ${step}: ${seen}`);
    },
    isAllAsExpected: () => steps.every((step) => step.isAsExpected),
  };
}
