// "Who opened this record": on the screen and on paper, each an entry of the log of its own (S1.23).
import { createLocalTime } from '../../db/audit/localTime.ts';
import { titleOf } from '../../db/records/recordTitle.ts';
import { readRecord } from '../../db/records/storedRecord.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { accessesSheetHtml } from '../access/accessesSheet.ts';
import { readPatientAccesses } from '../access/patientAccesses.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import { readingRights } from '../recordCopy/mayRead.ts';
import type { Services } from '../services.ts';
import { noteRecord } from './records/recordHandlers.ts';

type Name = 'patient.findAccesses' | 'patient.printAccesses';
type Asking = AuthorizedCall<'patient.findAccesses'> | AuthorizedCall<'patient.printAccesses'>;

const PATIENT = patient as unknown as RecordType;
/** What one answer to the window carries; the printed page has all. */
const MOST_LINES = 300;

export const patientAccessesHandlers: Pick<Handlers, Name> = {
  'patient.findAccesses': (call, tx, services) => {
    const read = readFor(call, tx, services);
    if (isRefusal(read)) return read;
    const { lines, counts, ...totals } = read.accesses;
    return {
      ...totals,
      counts: counts.map((one) => ({ ...one })),
      lines: lines.slice(0, MOST_LINES).map((line) => ({ ...line, roles: [...line.roles] })),
      moreLines: Math.max(0, lines.length - MOST_LINES),
    };
  },
  'patient.printAccesses': (call, tx, services) => {
    const { fromDay, toDay, purpose } = call.input;
    const read = readFor(call, tx, services);
    if (isRefusal(read)) return read;
    const { accesses, subject } = read;
    const { name, timeZone } = readPractice(tx);
    call.note({ why: purpose });
    const html = accessesSheetHtml({
      practiceName: name,
      patient: subject,
      fromDay,
      toDay,
      accesses,
      printedBy: call.session?.name ?? '',
      printedAt: createLocalTime(timeZone)(call.nowMs).slice(0, 16).replace('T', ' '),
    });
    const { isSilent } = call.prepared;
    call.afterCommit(() => services.dialogs.print(html, { isSilent }));
    return { lineCount: accesses.lines.length };
  },
};

/** The receipt of the record the call aims at, named in the log. It carries the patient's name, so it is for whoever may
 *  open the record too. */
function readFor(call: Asking, tx: ReadTx, services: Services) {
  const { id, fromDay, toDay } = call.input;
  const record = readRecord(tx, PATIENT, call.scope, id);
  if (record === null || !readingRights(tx, call, services).mayRead(PATIENT, id)) return refuseMissing();
  noteRecord(PATIENT, call, id, record.values);
  if (fromDay > toDay)
    return refuse('INVALID_INPUT', 'The first day lies after the last. Choose the days once more.', {
      fields: [{ path: 'fromDay', message: 'lies after the last day' }],
    });
  const accesses = readPatientAccesses(tx, call.input, readPractice(tx).timeZone);
  call.note({ count: accesses.actCount, changes: [{ field: 'Days', old: null, new: `${fromDay} to ${toDay}` }] });
  const subject = `${titleOf(PATIENT, record.values)}, record ${String(record.values.recordNumber ?? '')}`;
  return { accesses, subject };
}

function refuseMissing(): Refusal {
  return refuse(
    'NOT_FOUND',
    'This patient record is not here, or it is outside what you may see. Go back to the list.',
  );
}
