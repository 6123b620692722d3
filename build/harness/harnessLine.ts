// One line of the harness's input, parsed.
import { z } from 'zod';

const id = z.union([z.number(), z.string()]);
const call = z.strictObject({
  id,
  window: z.string().default('A'),
  sender: z.string().optional(),
  isMainFrame: z.boolean().optional(),
  call: z.unknown(),
  input: z.unknown().optional(),
});
const clock = z.strictObject({ id, clock: z.literal('advance'), ms: z.int().min(0) });
const window = z.strictObject({ id, window: z.string(), do: z.enum(['close', 'lock']) });
const dialog = z.strictObject({ id, dialog: z.union([z.null(), z.string()]) });

export type HarnessLine =
  | ({ kind: 'call' } & z.output<typeof call>)
  | ({ kind: 'clock' } & z.output<typeof clock>)
  | ({ kind: 'window' } & z.output<typeof window>)
  | ({ kind: 'dialog' } & z.output<typeof dialog>);

/** The line as one of four kinds, or a sentence about what is wrong with it. The input of a call is passed on untouched. */
export function harnessLine(line: string): HarnessLine | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'This line is not JSON.' };
  }
  if (typeof value !== 'object' || value === null) return { error: 'This line is not a JSON object.' };
  if ('clock' in value) return tagged('clock', clock.safeParse(value));
  if ('do' in value) return tagged('window', window.safeParse(value));
  if ('dialog' in value) return tagged('dialog', dialog.safeParse(value));
  return tagged('call', call.safeParse(value));
}

function tagged<K extends string, T>(kind: K, parsed: z.ZodSafeParseResult<T>): ({ kind: K } & T) | { error: string } {
  return parsed.success ? { kind, ...parsed.data } : { error: z.prettifyError(parsed.error) };
}
