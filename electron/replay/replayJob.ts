// The job that replays the stored decisions under a proposed change, in slices, so that the window never waits (P1).
import { countOfActors, entriesOfActor } from '../../db/audit/entriesOfActor.ts';
import type { StoredAuditEntry } from '../../db/audit/entry.ts';
import { spanOf } from '../../db/audit/find.ts';
import { type Progress, runSliced } from '../../db/audit/sliced.ts';
import type { Database } from '../../db/database.ts';
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { read } from '../../db/transaction.ts';
import { type Replayed, replayDecision } from '../../shared/authorization/replay.ts';
import { saysOfEvent } from '../../shared/catalogue/ownEvents.ts';
import type { ReplayFound } from '../../shared/catalogue/procedures/replayShapes.ts';
import type { ProposedChange } from '../access/rightsAfter.ts';
import type { JobWork } from '../jobs.ts';
import type { Services } from '../services.ts';
import { openProposedRights } from './proposedRights.ts';
import { decidedAct, targetReader } from './replayEntry.ts';

const DAY_MS = 86_400_000;
const PAGE = 100;
const MOST_GROUPS = 200;
const MOST_EXAMPLES = 3;

/** Replays everything the people concerned did since `days` days before `nowMs` (null: ever) and tells what the change
 *  would turn. Changes nothing. */
export function replayJob(
  services: Pick<Services, 'database'>,
  change: ProposedChange,
  days: number | null,
  nowMs: number,
): JobWork {
  return async (progress) => {
    const fromMs = days === null ? 0 : nowMs - days * DAY_MS;
    const found = await runSliced(replay(services.database(), change, fromMs, nowMs), {
      signal: progress.signal,
      onProgress: ({ done, total }) => progress.report(done, total),
    });
    progress.finish({ replay: found, message: sentenceOf(found), goodCount: found.judgedCount });
  };
}

/** The replay itself; each step judges one page of entries. */
export function* replay(
  db: Database,
  change: ProposedChange,
  fromMs: number,
  nowMs: number,
): Generator<Progress, ReplayFound> {
  const rights = read(db, (tx) => openProposedRights(tx, change, nowMs));
  try {
    const span = read(db, (tx) => spanOf(tx, { fromMs }));
    const total = read(db, (tx) => countOfActors(tx, rights.userIds, span.first - 1, span.last));
    const targetOf = targetReader((work) => read(db, work));
    const tally = new Tally();
    let done = 0;
    for (const userId of rights.userIds) {
      for (let after = span.first - 1; ; ) {
        const entries = read(db, (tx) => entriesOfActor(tx, userId, { after, last: span.last, limit: PAGE }));
        for (const entry of entries) {
          after = entry.number;
          const act = decidedAct(entry, targetOf);
          const subjects = act === null ? null : rights.subjectsAt(userId, entry.atMs);
          if (act === null || subjects === null) tally.skip();
          else tally.add(entry, act.wasPermitted, replayDecision(act.decision, subjects.before, subjects.after));
        }
        done += entries.length;
        yield { done, total };
        if (entries.length < PAGE) break;
      }
    }
    return tally.found(fromMs, rights.userIds, (userId) =>
      read(db, (tx) => readSubjectRights(tx, userId, nowMs)?.name ?? ''),
    );
  } finally {
    rights.close();
  }
}

type Group = ReplayFound['groups'][number];

class Tally {
  #judged = 0;
  #skipped = 0;
  #changedSince = 0;
  readonly #groups = new Map<string, Omit<Group, 'name'>>();

  skip(): void {
    this.#skipped += 1;
  }

  add(entry: StoredAuditEntry, wasPermitted: boolean, { before, after, isTurned }: Replayed): void {
    this.#judged += 1;
    if (wasPermitted !== (before.decision === 'permit')) this.#changedSince += 1;
    if (!isTurned) return;
    const wouldBe = after.decision === 'permit' ? 'permitted' : 'denied';
    const reason = after.decision === 'permit' ? null : after.reason;
    const { number, atMs, procedure, event, actor } = entry;
    const key = [actor.id, procedure, wouldBe, reason].join('|');
    const known = this.#groups.get(key);
    const examples = [{ number, atMs }, ...(known?.examples ?? [])].slice(0, MOST_EXAMPLES);
    const count = (known?.count ?? 0) + 1;
    const about = { userId: actor.id ?? '', procedure, says: saysOfEvent(event), wouldBe, reason } as const;
    this.#groups.set(key, { ...about, count, examples });
  }

  found(fromMs: number, userIds: readonly string[], nameOf: (userId: string) => string): ReplayFound {
    const groups = [...this.#groups.values()].toSorted((one, other) => other.count - one.count);
    const sum = (wouldBe: Group['wouldBe']) =>
      groups.reduce((total, group) => total + (group.wouldBe === wouldBe ? group.count : 0), 0);
    const names = new Map(userIds.map((userId) => [userId, nameOf(userId)]));
    return {
      fromMs,
      peopleCount: userIds.length,
      judgedCount: this.#judged,
      skippedCount: this.#skipped,
      changedSinceCount: this.#changedSince,
      deniedCount: sum('denied'),
      permittedCount: sum('permitted'),
      groups: groups.slice(0, MOST_GROUPS).map((group) => ({ ...group, name: names.get(group.userId) ?? '' })),
      groupsLeftOut: Math.max(0, groups.length - MOST_GROUPS),
    };
  }
}

function sentenceOf({ judgedCount, deniedCount, permittedCount }: ReplayFound): string {
  const acts = judgedCount === 1 ? '1 act' : `${judgedCount.toLocaleString('en-US')} acts`;
  if (deniedCount + permittedCount === 0) return `${acts} tried: every one would be answered as it is today.`;
  return `${acts} tried: ${deniedCount.toLocaleString('en-US')} would be denied that are allowed today, ${permittedCount.toLocaleString('en-US')} allowed that are denied today.`;
}
