// Strict parse of a call's input by the schema of its catalogue entry.
import type { z } from 'zod';
import { PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { KnownCall, ValidCall } from './stages.ts';

/** Largest accepted input once written as JSON. */
export const MAX_INPUT_BYTES = 200_000;

/** The call with its input parsed, or INVALID_INPUT naming the fields at fault but never what was typed. */
export function validate<N extends ProcedureName>(call: KnownCall<N>): ValidCall<N> | Refusal {
  if (!isPlainAndSmall(call.rawInput))
    return refuse(
      'INVALID_INPUT',
      'This could not be sent because it is too large or not plain data. Shorten it and try again.',
    );
  const parsed = PROCEDURES[call.name].input.safeParse(call.rawInput);
  if (!parsed.success) return refuseInput(parsed.error);
  const { rawInput: _, ...rest } = call;
  return { ...rest, input: parsed.data } as ValidCall<N>;
}

function refuseInput(error: z.ZodError): Refusal {
  const fields = error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const names = [...new Set(fields.map((field) => field.path.split('.').pop()).filter((name) => name !== ''))];
  const where = names.length === 0 ? 'the form' : names.join(', ');
  return refuse('INVALID_INPUT', `Some of what was entered cannot be used. Check ${where} and try again.`, { fields });
}

/** Plain JSON-like data below the size limit; refuses own `__proto__` keys, cycles and exotic objects. */
function isPlainAndSmall(value: unknown): boolean {
  try {
    if (Buffer.byteLength(JSON.stringify(value) ?? '') > MAX_INPUT_BYTES) return false;
  } catch {
    return false;
  }
  return isPlain(value, 0);
}

function isPlain(value: unknown, depth: number): boolean {
  if (depth > 12) return false;
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  if (typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.keys(value).every(
    (key) =>
      key !== '__proto__' &&
      key !== 'constructor' &&
      key !== 'prototype' &&
      isPlain((value as Record<string, unknown>)[key], depth + 1),
  );
}
