// The proof run as a call: fires, counts, and leaves one entry with the totals and the digest (N2).
import { readSubjectRights } from '../../db/repositories/rights.ts';
import { activeUserIds } from '../../db/repositories/user.ts';
import { PERMISSION_IDS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { refuse } from '../../shared/errors.ts';
import { isSetupFinished } from '../ipc/facts.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import { type FiredCall, runProof } from '../proof/run.ts';

type Row = Output<'proof.run'>['rows'][number];

const MOST_DIFFERENCES_SHOWN = 100;

const run: Handler<'proof.run'> = (call, tx, services) => {
  if (!isSetupFinished(tx))
    return refuse('CONFLICT', 'Finish setting the practice up first. Then every right can be proved.');
  if (services.integrityAlarm() !== null)
    return refuse(
      'CONFLICT',
      'An alarm is open, so only Super Users may work and no right can be proved. Explain it first.',
    );
  const everybody = activeUserIds(tx);
  const { userId } = call.input;
  if (userId !== null && !everybody.includes(userId))
    return refuse('NOT_FOUND', 'This person cannot sign in now. Choose somebody who can, or everybody.');
  const userIds = userId === null ? everybody : [userId, ...everybody.filter((id) => id !== userId).slice(0, 1)];
  const asked = userId === null ? everybody : [userId];
  const { fired, digest } = runProof(tx, asked, userIds, services.fire, services);
  const totals = countsOf(fired);
  const procedureCount = new Set(fired.map(({ procedure }) => procedure)).size;
  const entry = (field: string, value: number | string) => ({ field, old: null, new: String(value) });
  call.note({
    count: totals.callCount,
    changes: [
      entry('People', asked.length),
      entry('Acts', procedureCount),
      entry('Let in', totals.letInCount),
      entry('Differences', totals.differenceCount),
      entry('SHA-256 of the result', digest),
    ],
  });
  const nameOf = (id: string) => readSubjectRights(tx, id, call.nowMs)?.name ?? '';
  return {
    userCount: asked.length,
    procedureCount,
    totals,
    rows: rowsOf(fired),
    differences: fired
      .filter(isDifference)
      .slice(0, MOST_DIFFERENCES_SHOWN)
      .map(({ userId: id, procedure, aim, shouldBeLetIn, reason }) => ({
        name: nameOf(id),
        procedure,
        aim,
        shouldBeLetIn,
        reason,
      })),
    digest,
    atMs: call.nowMs,
  };
};

export const proofHandlers: Pick<Handlers, 'proof.run'> = { 'proof.run': run };

function rowsOf(fired: readonly FiredCall[]): Row[] {
  const byBox = new Map<PermissionId | null, FiredCall[]>();
  for (const one of fired) {
    const known = byBox.get(one.permission);
    if (known === undefined) byBox.set(one.permission, [one]);
    else known.push(one);
  }
  return [...PERMISSION_IDS, null].flatMap((permission): Row[] => {
    const calls = byBox.get(permission);
    if (calls === undefined) return [];
    const holders = new Set(calls.flatMap(({ isTicked, userId }) => (isTicked ? [userId] : [])));
    return [{ permission, tickedCount: holders.size, ...countsOf(calls) }];
  });
}

function countsOf(fired: readonly FiredCall[]): Output<'proof.run'>['totals'] {
  const count = (fits: (one: FiredCall) => boolean) => fired.reduce((sum, one) => sum + (fits(one) ? 1 : 0), 0);
  return {
    callCount: fired.length,
    expectedCount: count((one) => one.shouldBeLetIn),
    letInCount: count((one) => one.isLetIn),
    furtherRuleCount: count((one) => one.verdict === 'furtherRule'),
    differenceCount: count(isDifference),
  };
}

function isDifference({ verdict }: FiredCall): boolean {
  return verdict === 'tooWide' || verdict === 'tooNarrow';
}
