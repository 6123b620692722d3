// The filters of the activity log as a person sees and saves them, with days and periods instead of times.
import { z } from 'zod';
import { EVENT_GROUP_IDS } from './eventGroups.ts';
import { id, isoDate } from './schemas.ts';

/** How a call ended. */
export const OUTCOMES = ['succeeded', 'denied', 'refused', 'failed'] as const;
/** An outcome, or whatever was not done. */
export const ASKED_OUTCOMES = [...OUTCOMES, 'notDone'] as const;
/** Days counted from the day of looking: a saved view of today shows another day tomorrow. */
export const PERIODS = ['today', 'week', 'month'] as const;

const word = z.string().max(64);
const PARTS = {
  period: z.enum(PERIODS),
  /** Local calendar days, both included. */
  from: isoDate,
  to: isoDate,
  /** A person's id; empty for entries made before anybody was signed in. */
  who: word,
  /** One event, or a group of them. */
  what: word.min(1),
  kind: z.enum(EVENT_GROUP_IDS),
  outcome: z.enum(ASKED_OUTCOMES),
  area: word.min(1),
  /** The id of the thing concerned. */
  object: word.min(1),
  patient: id,
  /** The record number that `patient` was found by; shown instead of the id. */
  record: z.int(),
  workstation: z.string().min(1).max(255),
  text: z.string().min(1).max(100),
};

/** Members left out do not narrow. */
export const viewFilter = z.strictObject(PARTS).partial();
export type ViewFilter = z.output<typeof viewFilter>;

/** What is understood of a filter from an address or from a file of another version; the rest is left out. */
export function readViewFilter(value: unknown): ViewFilter {
  return viewFilter.parse(understoodParts(PARTS, value));
}

/** The members of `value` that `parts` names and takes; nothing of what is no object. */
export function understoodParts(parts: Readonly<Record<string, z.ZodType>>, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      ([part, asked]) => Object.hasOwn(parts, part) && parts[part]?.safeParse(asked).success === true,
    ),
  );
}
