// What the replay of a proposed change of rights asks and answers (P1).
import { z } from 'zod';
import { DENY_REASONS } from '../../authorization/decide.ts';
import { atMs, id } from '../schemas.ts';

/** How many days back; null: as far as the log goes. */
export const replayDays = z.union([z.null(), z.literal(30), z.literal(90)]);

/** Acts of one person and one procedure whose answer the change would turn. */
const replayGroup = z.strictObject({
  userId: id,
  name: z.string(),
  procedure: z.string(),
  /** Completes the name: "opened a patient record". */
  says: z.string(),
  /** What the acts would be after the change. */
  wouldBe: z.enum(['denied', 'permitted']),
  /** Why, where they would be denied. */
  reason: z.union([z.null(), z.enum(DENY_REASONS)]),
  count: z.int(),
  /** The newest of them, by their number in the activity log. */
  examples: z.array(z.strictObject({ number: z.int(), atMs })),
});

export const replayFound = z.strictObject({
  fromMs: atMs,
  /** People whose rights the change touches; nobody else's acts can be answered otherwise. */
  peopleCount: z.int(),
  judgedCount: z.int(),
  /** Acts no right decides about, or of the program. */
  skippedCount: z.int(),
  /** Answered otherwise by the rights of today, before the change, than they were then. */
  changedSinceCount: z.int(),
  deniedCount: z.int(),
  permittedCount: z.int(),
  groups: z.array(replayGroup),
  groupsLeftOut: z.int(),
});
export type ReplayFound = z.output<typeof replayFound>;
