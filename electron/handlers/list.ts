// The lists of the practice: locations and payers.
import { location } from '../../shared/catalogue/records/location.ts';
import { payer } from '../../shared/catalogue/records/payer.ts';
import { refuseDeepTree } from './locationPossible.ts';
import { refuseOwnTree } from './locationReach.ts';
import { recordHandlers } from './records/recordHandlers.ts';
import { refuseLeaving } from './schedule/refuseLeaving.ts';

export const listHandlers = {
  ...recordHandlers(location, {
    checkCreate: (tx, call, { parentId }) =>
      (parentId === null ? null : refuseOwnTree(tx, call)) ?? refuseDeepTree(tx, null, parentId),
    checkUpdate: (tx, call, before, after, locationId) =>
      (before.parentId === after.parentId ? null : refuseOwnTree(tx, call)) ??
      refuseDeepTree(tx, locationId, after.parentId) ??
      (before.isActive && !after.isActive ? refuseLeaving(tx, call, { locationId }) : null),
    checkDelete: (tx, call, _values, locationId) => refuseLeaving(tx, call, { locationId }),
  }),
  ...recordHandlers(payer),
};
