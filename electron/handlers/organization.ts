// The practice's own data, kept by whoever looks after the office: nothing here decides who may do what (S4.13).
import { type PracticeData, readPracticeData, writePracticeData } from '../../db/repositories/practiceData.ts';
import { refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';

const LABELS: Readonly<Record<keyof PracticeData, string>> = {
  name: 'Name of the practice',
  address: 'Address',
  taxId: 'Tax ID',
  stateTaxId: 'State tax ID',
  logRetentionYears: 'Years the activity log is kept',
  recordRetentionYears: 'Years patient records are kept',
};
const FIELDS = Object.keys(LABELS) as (keyof PracticeData)[];

export const organizationHandlers: Pick<Handlers, 'organization.read' | 'organization.update'> = {
  'organization.read': (call, tx) => {
    const { version, timeZone, fields } = readPracticeData(tx);
    call.note({ object: { type: 'practice', id: '1', label: fields.name } });
    return { version, timeZone, fields };
  },
  'organization.update': (call, tx) => {
    const { version, fields, reason } = call.input;
    const stored = readPracticeData(tx);
    call.note({ object: { type: 'practice', id: '1', label: stored.fields.name } });
    if (stored.version !== version)
      return refuse(
        'CONFLICT',
        'Somebody changed the practice’s data meanwhile. Open the page again, then make your change once more.',
      );
    const changed = FIELDS.filter((field) => stored.fields[field] !== fields[field]);
    if (changed.length === 0) return refuse('CONSTRAINT_VIOLATED', 'Nothing was changed, so there is nothing to save.');
    call.note({
      changes: changed.map((field) => ({
        field: LABELS[field],
        old: String(stored.fields[field]) || null,
        new: String(fields[field]) || null,
      })),
      ...(reason === '' ? {} : { why: reason }),
    });
    return { version: writePracticeData(tx, fields) };
  },
};
