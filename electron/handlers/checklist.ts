// The first week: office size and the getting-started checklist (S1.30, S2.31).
import {
  checklistRoles,
  readChecklistFacts,
  readOfficeSize,
  readPutAway,
  writeOfficeSize,
  writePutAway,
  writeRoleNeeded,
} from '../../db/repositories/checklist.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { OFFICE_PRESETS } from '../../shared/catalogue/officePresets.ts';
import { deriveChecklist } from '../../shared/checklist/deriveChecklist.ts';
import { refuse } from '../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';

type ChecklistName = Extract<keyof Handlers, `checklist.${string}`>;

export const checklistHandlers: Pick<Handlers, ChecklistName> = {
  'checklist.read': (_call, tx) => {
    const facts = readChecklistFacts(tx);
    const items = deriveChecklist(facts);
    const putAway = readPutAway(tx);
    return {
      officeSize: facts.officeSize,
      isShown: putAway === null && items.some(({ isDone }) => !isDone),
      putAway,
      items,
      roles: [...facts.roles],
    };
  },
  'checklist.chooseOfficeSize': (call, tx) => {
    const { officeSize } = call.input;
    const before = readOfficeSize(tx);
    call.note({
      object: practiceObject(tx),
      changes: [
        {
          field: 'office size',
          old: before === null ? null : OFFICE_PRESETS[before].label,
          new: OFFICE_PRESETS[officeSize].label,
        },
      ],
    });
    writeOfficeSize(tx, officeSize, stampOf(call));
    return {};
  },
  'checklist.setRoleNeeded': (call, tx) => {
    const { roleId, isNeeded } = call.input;
    const role = checklistRoles(tx).find((one) => one.roleId === roleId);
    if (role === undefined)
      return refuse('NOT_FOUND', 'This role is not on the checklist any more. Open the page again.');
    call.note({
      object: { type: 'role', id: roleId, label: role.name },
      changes: [{ field: 'needed here', old: role.isNotNeeded ? 'no' : 'yes', new: isNeeded ? 'yes' : 'no' }],
    });
    writeRoleNeeded(tx, roleId, isNeeded, stampOf(call));
    return {};
  },
  'checklist.setShown': (call, tx) => {
    const { isShown } = call.input;
    call.note({
      object: practiceObject(tx),
      changes: [
        {
          field: 'getting-started checklist',
          old: readPutAway(tx) === null ? 'shown' : 'put away',
          new: isShown ? 'shown' : 'put away',
        },
      ],
    });
    writePutAway(tx, !isShown, stampOf(call));
    return {};
  },
};

function stampOf(call: Pick<AuthorizedCall, 'subject' | 'nowMs'>) {
  return { byUserId: actingUserId(call), atMs: call.nowMs };
}

function practiceObject(tx: ReadTx) {
  return { type: 'practice', id: '1', label: readPractice(tx).name };
}
