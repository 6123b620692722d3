// The ordered list of schema steps; `npm run new:migration` adds to it.
import { createPractice } from './0001-create-practice.ts';
import { addLists } from './0002-add-lists.ts';
import { addSchedule } from './0003-add-schedule.ts';
import { addNotes } from './0004-add-notes.ts';
import { addBilling } from './0005-add-billing.ts';
import { addInventory } from './0006-add-inventory.ts';
import { addCallsAndTime } from './0007-add-calls-and-time.ts';
import { addProfiles } from './0008-add-profiles.ts';
import { addRestrictions } from './0009-add-restrictions.ts';
import { addRoleVersions } from './0010-add-role-versions.ts';
import { addPracticeData } from './0011-add-practice-data.ts';
import { addLoneActs } from './0012-add-lone-acts.ts';
import { addConsents } from './0013-add-consents.ts';
import { addListViews } from './0014-add-list-views.ts';
import { addLimits } from './0015-add-limits.ts';
import { addApprovals } from './0016-add-approvals.ts';
import { addRightsHistory } from './0017-add-rights-history.ts';
import { addExpectations } from './0018-add-expectations.ts';
import { addChargeIds } from './0019-add-charge-ids.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  createPractice,
  addLists,
  addSchedule,
  addNotes,
  addBilling,
  addInventory,
  addCallsAndTime,
  addProfiles,
  addRestrictions,
  addRoleVersions,
  addPracticeData,
  addLoneActs,
  addConsents,
  addListViews,
  addLimits,
  addApprovals,
  addRightsHistory,
  addExpectations,
  addChargeIds,
];
