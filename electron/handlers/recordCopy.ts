// Prints the copy of one patient's record, for the patient at the desk or by whoever hands it over (S1.23).
import { createLocalTime } from '../../db/audit/localTime.ts';
import { readRecord } from '../../db/records/storedRecord.ts';
import { readPracticeData } from '../../db/repositories/practiceData.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { readingRights } from '../recordCopy/mayRead.ts';
import { countOfCopy, readCopy } from '../recordCopy/readCopy.ts';
import { recordCopyHtml } from '../recordCopy/recordCopyHtml.ts';
import { noteRecord } from './records/recordHandlers.ts';

const PATIENT = patient as unknown as RecordType;

export const recordCopyHandlers: Pick<Handlers, 'patient.printCopy'> = {
  'patient.printCopy': (call, tx, services) => {
    const { id, purpose } = call.input;
    const { fields, timeZone } = readPracticeData(tx);
    const localTime = createLocalTime(timeZone);
    const showTime = (atMs: number) => localTime(atMs).slice(0, 16).replace('T', ' ');
    const record = readRecord(tx, PATIENT, call.scope, id);
    const copy = readCopy(tx, id, call.scope, readingRights(tx, call, services), showTime);
    if (record === null || copy === null)
      return refuse(
        'NOT_FOUND',
        'This patient record is not here, or it is outside what you may see. Go back to the list.',
      );
    noteRecord(PATIENT, call, id, record.values);
    const recordCount = countOfCopy(copy);
    call.note({ why: purpose, count: recordCount });
    const html = recordCopyHtml({
      practiceName: fields.name,
      practiceAddress: fields.address,
      copy,
      purpose,
      printedBy: call.session?.name ?? '',
      printedAt: showTime(call.nowMs),
    });
    const { isSilent } = call.prepared;
    call.afterCommit(() => services.dialogs.print(html, { isSilent }));
    return { recordCount };
  },
};
