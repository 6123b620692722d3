// Who could have opened one patient record on one day, and who did: one page for the printer (N7).

import { findEntries } from '../../db/audit/find.ts';
import { createLocalTime } from '../../db/audit/localTime.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { saysOfEvent } from '../../shared/catalogue/ownEvents.ts';
import { sourceWords } from '../../shared/catalogue/rightWords.ts';
import { isRefusal, refuse } from '../../shared/errors.ts';
import { wouldPermit } from '../ipc/authorize.ts';
import type { AuthorizedCall, Handler } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { couldOpen } from './couldOpen.ts';
import { dayReportHtml, type OpenedLine } from './dayReportHtml.ts';
import { readQuestion } from './readQuestion.ts';

const OPENS = 'patient.read';
/** More lines than this do not fit on a page; the log has them all. */
const MOST_LINES = 40;
const MOST_COUNTED = 5_000;

export const printDay: Handler<'access.printDay'> = (call, tx, services) => {
  const { patientId, day } = call.input;
  const patient = tx
    .prepare<{ number: number }>('SELECT record_number AS number FROM patient WHERE id = ?')
    .get(patientId);
  if (patient === undefined) return refuse('NOT_FOUND', 'This patient record is not here. Choose one from the list.');
  const answer = couldOpen(tx, OPENS, patientId, day, services, call.nowMs);
  if (isRefusal(answer)) return answer;
  const { name, timeZone } = readPractice(tx);
  const localTime = createLocalTime(timeZone);
  const showTime = (atMs: number) => localTime(atMs).slice(0, 16).replace('T', ' ');
  const did = mayReadLog(call, tx, services) ? openedOn(tx, patientId, answer, showTime) : null;
  const label = `patient record ${patient.number}`;
  const html = dayReportHtml({
    practiceName: name,
    patientLabel: label,
    day,
    fromTime: showTime(answer.fromMs),
    toTime: showTime(answer.toMs),
    able: answer.able.map(({ name: person, loginId, sources, isOwnOnly, isWholeDay }) => ({
      name: person,
      loginId,
      givenBy: sources.map(sourceWords).join(' + '),
      when: isWholeDay ? 'all the time' : 'part of the time',
      isOwnOnly,
    })),
    leftOutCount: answer.leftOutCount,
    did: did === null ? null : did.lines,
    didCount: did?.count ?? 0,
    printedBy: call.session?.name ?? '',
    printedAt: showTime(call.nowMs),
  });
  call.note({
    object: { type: 'patient', id: patientId, label },
    patientId,
    count: answer.able.length,
    changes: [{ field: 'Asked about', old: null, new: day }],
  });
  call.afterCommit(() => services.dialogs.print(html));
  return { couldCount: answer.able.length, didCount: did?.count ?? null };
};

function mayReadLog({ subject }: Pick<AuthorizedCall, 'subject'>, tx: ReadTx, services: Services): boolean {
  const asked = readQuestion(tx, { procedure: 'audit.find', targetId: null }, services);
  return subject !== null && !isRefusal(asked) && wouldPermit(asked.access, { ...asked.facts, subject });
}

/** What the log tells of the record in that span, the oldest first, other people's questions about it left aside. */
function openedOn(
  tx: ReadTx,
  patientId: string,
  {
    fromMs,
    toMs,
    able,
  }: { readonly fromMs: number; readonly toMs: number; readonly able: readonly { userId: string }[] },
  showTime: (atMs: number) => string,
): { readonly lines: readonly OpenedLine[]; readonly count: number } {
  const { entries } = findEntries(tx, { patientId, fromMs, toMs }, { limit: MOST_COUNTED });
  const could = new Set(able.map(({ userId }) => userId));
  const lines = entries.toReversed().map(({ atMs, actor, event, outcome, workstation }) => ({
    when: showTime(atMs),
    name: actor.name ?? 'The program',
    says: saysOfEvent(event),
    outcome,
    workstation,
    isUnexpected: outcome === 'succeeded' && actor.id !== null && !could.has(actor.id),
  }));
  return { lines: lines.slice(0, MOST_LINES), count: lines.length };
}
