// Whether whoever makes a call may open another record too: asked of the judge, row by row.
import { readRowTies } from '../../db/records/rowTies.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal } from '../../shared/errors.ts';
import { readQuestion } from '../access/readQuestion.ts';
import { wouldPermit } from '../ipc/authorize.ts';
import type { AuthorizedCall } from '../ipc/stages.ts';
import type { Services } from '../services.ts';

export interface ReadingRights {
  /** Whether records of the type are open at all. */
  mayList(type: RecordType): boolean;
  /** Whether this one is: limits, conditions, own rows and sensitivity labels count as if it were opened. */
  mayRead(type: RecordType, id: string): boolean;
}

/** What the caller may look at besides what the call itself reaches; a reason counts as given, since one act asks once. */
export function readingRights(
  tx: ReadTx,
  { subject }: Pick<AuthorizedCall, 'subject'>,
  services: Services,
): ReadingRights {
  const question = (type: RecordType) => readQuestion(tx, { procedure: listOf(type), targetId: null }, services);
  const mayList = (type: RecordType) => {
    const asked = question(type);
    return subject !== null && !isRefusal(asked) && wouldPermit(asked.access, { ...asked.facts, subject });
  };
  return {
    mayList,
    mayRead(type, id) {
      const asked = question(type);
      const ties = readRowTies(tx, type, id);
      if (subject === null || ties === null || isRefusal(asked)) return false;
      return wouldPermit(asked.access, { ...asked.facts, subject, target: { kind: 'record', ties } });
    },
  };
}

function listOf(type: RecordType): ProcedureName {
  return `${type.name}.find` as ProcedureName;
}
