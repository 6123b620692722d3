// The technical log: what went wrong and where in the program, never whose data it was about. Not the activity log.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';

export interface TechnicalLog {
  /** Writes a fault's kind and place. Its message is left out: it may quote what somebody typed. */
  fault(where: string, error: unknown): void;
}

/** Appends to keyward.log in `folder`. A log that cannot be written must not stop the practice: it is then silent. */
export function openTechnicalLog(folder: string): TechnicalLog {
  try {
    mkdirSync(folder, { recursive: true });
    const log = pino({ base: null }, destination({ dest: join(folder, 'keyward.log'), sync: true }));
    return { fault: (where, error) => writeQuietly(() => log.error({ where, ...describeFault(error) })) };
  } catch {
    return { fault: () => undefined };
  }
}

/** Faults are written where something failed already, a full disk above all: a second fault must not hide the first. */
function writeQuietly(writeLine: () => void): void {
  try {
    writeLine();
  } catch {
    // Nowhere is left to say it.
  }
}

/** The kind, code and program lines of a fault. Pure; tells nothing of its message. */
export function describeFault(error: unknown): { kind: string; code: string | null; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, code: null, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  const places = lines.filter((line) => /^at [^\s].*:\d+:\d+\)?$/.test(line));
  return {
    kind: error.name,
    code,
    at: places.slice(0, 8).map((line) => line.replace(/(file:\/\/)?\/[^\s()]*\//g, '')),
  };
}
