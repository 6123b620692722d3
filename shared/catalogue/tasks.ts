// The tasks of an office and the rights each needs: what a role made for them is measured against (S3.02, S1.18).
import { withImplied } from '../authorization/flattenRole.ts';
import type { PermissionId } from './permissions.ts';

export interface Task {
  readonly label: string;
  /** The least that the task can be done with. */
  readonly permissions: readonly PermissionId[];
}

/** Source: features.md S3.02, S1.18; 45 CFR 164.514(d)(2): who needs which information for which duties. */
export const TASKS = {
  checkIn: {
    label: 'Checking patients in',
    permissions: ['patient:read', 'patient:readPhone', 'schedule:update', 'list:read'],
  },
  booking: {
    label: 'Booking appointments',
    permissions: ['patient:read', 'patient:readPhone', 'schedule:update', 'list:read'],
  },
  contactData: {
    label: 'Keeping contact and insurance data',
    permissions: ['patient:update', 'patient:readPhone', 'patient:readInsurance', 'list:read'],
  },
  consents: {
    label: 'Keeping consents of patients',
    permissions: ['consent:update', 'consentTemplate:read', 'patient:read'],
  },
  answeringPatients: {
    label: 'Giving patients their copy, and who opened their record',
    permissions: ['patient:read', 'patient:printCopy', 'patient:readAccesses'],
  },
  calls: { label: 'Taking calls', permissions: ['call:update', 'patient:readPhone'] },
  charting: {
    label: 'Writing clinical notes',
    permissions: ['patient:read', 'note:update', 'schedule:read', 'list:read'],
  },
  sensitiveCharting: {
    label: 'Treating mental health and substance use',
    permissions: ['patient:read', 'note:update', 'note:readMentalHealth', 'note:readSubstanceUse'],
  },
  claims: {
    label: 'Sending claims',
    permissions: ['claim:update', 'patient:read', 'patient:readInsurance', 'list:read'],
  },
  payments: { label: 'Taking payments and writing invoices', permissions: ['financial:update', 'patient:read'] },
  approving: {
    label: 'Approving refunds and claims of others',
    permissions: ['financial:approve', 'claim:approve'],
  },
  closingTheDay: { label: 'Closing the day’s money', permissions: ['financial:update', 'report:read'] },
  supplies: { label: 'Ordering and counting supplies', permissions: ['inventory:update', 'list:read'] },
  lists: { label: 'Keeping lists of payers, locations and codes', permissions: ['list:update'] },
  staffTime: { label: 'Looking after working time', permissions: ['timeClock:update', 'timeClock:approve'] },
  ownTime: { label: 'Punching one’s own time', permissions: ['timeClock:readOwn', 'timeClock:createOwn'] },
  reports: { label: 'Reading and printing reports', permissions: ['report:read', 'report:export'] },
  logReview: {
    label: 'Reviewing the activity log',
    permissions: ['audit:read', 'audit:verify', 'user:read', 'user:export', 'role:read'],
  },
  logins: {
    label: 'Looking after logins',
    permissions: [
      'user:read',
      'user:export',
      'user:create',
      'user:update',
      'user:disable',
      'user:lockOut',
      'user:resetPassword',
      'role:read',
    ],
  },
} as const satisfies Record<string, Task>;

export type TaskId = keyof typeof TASKS;
export const TASK_IDS = Object.keys(TASKS) as [TaskId, ...TaskId[]];

/** Whether a stored word names a task of this version. */
export function isTaskId(word: string): word is TaskId {
  return Object.hasOwn(TASKS, word);
}

/** The rights that the tasks need together. */
export function taskPermissions(taskIds: readonly TaskId[]): ReadonlySet<PermissionId> {
  return new Set(taskIds.flatMap((id) => TASKS[id].permissions));
}

/** Rights that none of the named tasks needs (S1.18); none while no task is named. */
export function beyondTasks(held: Iterable<PermissionId>, taskIds: readonly TaskId[]): PermissionId[] {
  if (taskIds.length === 0) return [];
  const needed = withImplied(taskPermissions(taskIds));
  return [...held].filter((id) => !needed.has(id));
}
