// Procedures of the activity log.
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { EVENT_GROUP_IDS } from '../eventGroups.ts';
import { atMs, id, requiredText, search, timeMs } from '../schemas.ts';
import { ASKED_OUTCOMES, OUTCOMES } from '../viewFilter.ts';

export const auditFilter = z.strictObject({
  fromMs: timeMs,
  toMs: timeMs,
  actorId: z.union([z.null(), z.string().max(64)]),
  event: z.union([z.null(), z.string().max(64)]),
  /** Any event of a group. */
  group: z.union([z.null(), z.enum(EVENT_GROUP_IDS)]),
  outcome: z.union([z.null(), z.enum(ASKED_OUTCOMES)]),
  objectType: z.union([z.null(), z.string().max(40)]),
  objectId: z.union([z.null(), z.string().max(64)]),
  patientId: z.union([z.null(), id]),
  workstation: z.union([z.null(), z.string().max(255)]),
  search,
});
export const NO_AUDIT_FILTER: z.output<typeof auditFilter> = {
  fromMs: null,
  toMs: null,
  actorId: null,
  event: null,
  group: null,
  outcome: null,
  objectType: null,
  objectId: null,
  patientId: null,
  workstation: null,
  search: '',
};
export const AUDIT_COLUMNS = [
  'number',
  'when',
  'who',
  'did',
  'about',
  'patient',
  'outcome',
  'reason',
  'changes',
  'workstation',
  'procedure',
  'session',
] as const;

const entryView = z.strictObject({
  number: z.int(),
  atMs,
  actorId: z.union([z.null(), z.string()]),
  actorName: z.string(),
  actorRoles: z.array(z.string()),
  event: z.string(),
  says: z.string(),
  action: z.string(),
  objectType: z.union([z.null(), z.string()]),
  objectId: z.union([z.null(), z.string()]),
  objectLabel: z.union([z.null(), z.string()]),
  patientId: z.union([z.null(), z.string()]),
  outcome: z.enum(OUTCOMES),
  reason: z.union([z.null(), z.string()]),
  permission: z.union([z.null(), z.string()]),
  why: z.union([z.null(), z.string()]),
  count: z.union([z.null(), z.int()]),
  changes: z.array(
    z.strictObject({ field: z.string(), old: z.union([z.null(), z.string()]), new: z.union([z.null(), z.string()]) }),
  ),
  workstation: z.string(),
  hash: z.string(),
});

export const auditProcedures = {
  'audit.find': procedure({
    kind: 'query',
    access: permission('audit:read'),
    input: z.strictObject({
      filter: auditFilter,
      beforeNumber: z.union([z.null(), z.int()]),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      entries: z.array(entryView),
      /** `beforeNumber` of the following page; null when the beginning of the log was reached. */
      next: z.union([z.null(), z.int()]),
      total: z.int(),
      /** There may be more than `total`: counting on would take reading too much of the log. */
      isAtLeast: z.boolean(),
    }),
    audit: { event: 'audit_searched', action: 'R', says: 'searched the activity log', dicomCode: '110101' },
    example: { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 100 },
  }),
  'audit.findChoices': procedure({
    kind: 'query',
    access: permission('audit:read'),
    input: z.strictObject({}),
    output: z.strictObject({
      /** Everybody who ever appears, leavers included. */
      actors: z.array(z.strictObject({ actorId: z.string(), name: z.string() })),
      events: z.array(z.strictObject({ event: z.string(), says: z.string() })),
      /** Every computer that ever appears. */
      workstations: z.array(z.string()),
    }),
    audit: {
      event: 'audit_choices_listed',
      action: 'R',
      says: 'looked at the filters of the activity log',
      dicomCode: '110101',
    },
    example: {},
  }),
  'audit.readStatus': procedure({
    kind: 'query',
    access: permission('audit:read'),
    input: z.strictObject({}),
    output: z.strictObject({
      entryCount: z.int(),
      verifiedNumber: z.int(),
      verifiedAtMs: timeMs,
      alarm: z.union([z.null(), z.string()]),
      /** The newest entry covered by a receipt that was given out; 0 when none was. */
      receiptNumber: z.int(),
      receiptAtMs: timeMs,
    }),
    audit: {
      event: 'audit_status_viewed',
      action: 'R',
      says: 'looked at the state of the activity log',
      dicomCode: '110101',
    },
    example: {},
  }),
  'audit.startVerify': procedure({
    kind: 'command',
    access: permission('audit:verify'),
    input: z.strictObject({}),
    output: z.strictObject({ jobId: id }),
    audit: {
      event: 'audit_verify_started',
      action: 'E',
      says: 'started to verify the activity log',
      dicomCode: '110101',
    },
    example: {},
  }),
  'audit.print': procedure({
    kind: 'query',
    access: permission('audit:export'),
    input: z.strictObject({ filter: auditFilter }),
    output: z.strictObject({ count: z.int(), isWhole: z.boolean() }),
    audit: { event: 'audit_printed', action: 'R', says: 'printed the activity log', dicomCode: '110106' },
    example: { filter: NO_AUDIT_FILTER },
  }),
  'audit.startExport': procedure({
    kind: 'command',
    access: permission('audit:export'),
    input: z.strictObject({
      filter: auditFilter,
      columns: z.array(z.enum(AUDIT_COLUMNS)).min(1),
      purpose: requiredText(200),
    }),
    output: z.union([
      z.strictObject({ isChosen: z.literal(false) }),
      z.strictObject({ isChosen: z.literal(true), jobId: id }),
    ]),
    audit: { event: 'audit_exported', action: 'E', says: 'exported the activity log', dicomCode: '110106' },
    example: { filter: NO_AUDIT_FILTER, columns: ['number', 'when', 'who', 'did'], purpose: 'Annual HIPAA audit' },
  }),
};
