// Refusals and odd patterns become intrusion detection points (S1.10).

export const DETECTION_POINTS = {
  unknownCall: { point: 'ACE3', threshold: 3 },
  wrongSender: { point: 'SE5', threshold: 1 },
  invalidInput: { point: 'RE8', threshold: 20 },
  tooLarge: { point: 'RE7', threshold: 3 },
  extraField: { point: 'RE5', threshold: 3 },
  outOfScope: { point: 'ACE1', threshold: 3 },
  noRight: { point: 'UT3', threshold: 20 },
} as const;
export type DetectionEvent = keyof typeof DETECTION_POINTS;

export interface Sensor {
  /** Counts one event of a window; true when the window's session must end. */
  observe(windowId: string, event: DetectionEvent): boolean;
  /** Starts counting one event afresh, once it was reported. */
  restart(windowId: string, event: DetectionEvent): void;
  /** Starts counting afresh, as a new session does. */
  forget(windowId: string): void;
}

/** Counts per window since sign-in.
 *  Source: OWASP AppSensor detection points RE5, RE7, RE8, ACE1, ACE3, SE5; response ASR-J (logout) at the threshold.
 *  UT3, many refusals for want of a right, is answered with an event alone (ASR-B): a person may well try what they lack. */
export function createSensor(): Sensor {
  const counts = new Map<string, Map<DetectionEvent, number>>();
  return {
    observe: (windowId, event) => {
      const ofWindow = counts.get(windowId) ?? new Map<DetectionEvent, number>();
      counts.set(windowId, ofWindow);
      const count = (ofWindow.get(event) ?? 0) + 1;
      ofWindow.set(event, count);
      return count >= DETECTION_POINTS[event].threshold;
    },
    restart: (windowId, event) => void counts.get(windowId)?.delete(event),
    forget: (windowId) => void counts.delete(windowId),
  };
}
