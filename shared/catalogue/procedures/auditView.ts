// Procedures of one's own views of the activity log: filters kept under a name (S2.37).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { done, EXAMPLE_ID, empty, id, requiredText, version } from '../schemas.ts';
import { viewFilter } from '../viewFilter.ts';

export const viewName = requiredText(60);
const narrowing = viewFilter.refine(
  (filter) => Object.values(filter).some((part) => part !== undefined),
  'holds no filter',
);

export const auditViewProcedures = {
  'audit.findViews': procedure({
    kind: 'query',
    access: permission('audit:read'),
    input: empty,
    output: z.strictObject({
      views: z.array(z.strictObject({ viewId: id, version, name: z.string(), filter: viewFilter })),
    }),
    audit: {
      event: 'audit_views_listed',
      action: 'R',
      says: 'looked at their own views of the activity log',
      dicomCode: '110101',
    },
    example: {},
  }),
  'audit.addView': procedure({
    kind: 'command',
    access: permission('audit:read'),
    input: z.strictObject({ name: viewName, filter: narrowing }),
    output: z.strictObject({ viewId: id }),
    audit: { event: 'audit_view_saved', action: 'C', says: 'saved a view of the activity log' },
    example: { name: 'Front desk, refused', filter: { outcome: 'notDone', workstation: 'FRONT-1' } },
  }),
  'audit.renameView': procedure({
    kind: 'command',
    access: permission('audit:read'),
    input: z.strictObject({ viewId: id, version, name: viewName }),
    output: done,
    audit: { event: 'audit_view_renamed', action: 'U', says: 'renamed a view of the activity log' },
    example: { viewId: EXAMPLE_ID, version: 1, name: 'Front desk, refused' },
  }),
  'audit.deleteView': procedure({
    kind: 'command',
    access: permission('audit:read'),
    input: z.strictObject({ viewId: id, version }),
    output: done,
    audit: { event: 'audit_view_deleted', action: 'D', says: 'deleted a view of the activity log' },
    example: { viewId: EXAMPLE_ID, version: 1 },
  }),
};
