// Procedures of one's own views of the activity log and of the list of users: filters kept under a name (S2.37).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import type { PermissionId } from '../permissions.ts';
import { done, EXAMPLE_ID, empty, id, requiredText, version } from '../schemas.ts';
import { userViewFilter } from '../userList.ts';
import { viewFilter } from '../viewFilter.ts';

export const viewName = requiredText(60);

const ofLog = viewEntries({
  right: 'audit:read',
  event: 'audit_view',
  of: 'the activity log',
  filter: viewFilter,
  example: { name: 'Front desk, refused', filter: { outcome: 'notDone' as const, workstation: 'FRONT-1' } },
  dicomCode: '110101',
});
const ofUsers = viewEntries({
  right: 'user:read',
  event: 'user_view',
  of: 'the list of users',
  filter: userViewFilter,
  example: { name: 'Can delete claims', filter: { permission: 'claim:delete' as const } },
});

export const savedViewProcedures = {
  'audit.findViews': ofLog.find,
  'audit.addView': ofLog.add,
  'audit.renameView': ofLog.rename,
  'audit.deleteView': ofLog.delete,
  'user.findViews': ofUsers.find,
  'user.addView': ofUsers.add,
  'user.renameView': ofUsers.rename,
  'user.deleteView': ofUsers.delete,
};

interface ViewedList<F extends z.ZodType> {
  readonly right: PermissionId;
  /** The first words of the events. */
  readonly event: string;
  readonly of: string;
  readonly filter: F;
  readonly example: { readonly name: string; readonly filter: z.input<F> };
  readonly dicomCode?: string;
}

/** The same four acts for every list. */
function viewEntries<F extends z.ZodType>({ right, event, of, filter, example, dicomCode }: ViewedList<F>) {
  const access = permission(right);
  const narrowing = filter.refine((given) => narrows(given), 'holds no filter');
  return {
    find: procedure({
      kind: 'query',
      access,
      input: empty,
      output: z.strictObject({ views: z.array(z.strictObject({ viewId: id, version, name: z.string(), filter })) }),
      audit: {
        event: `${event}s_listed`,
        action: 'R',
        says: `looked at their own views of ${of}`,
        ...(dicomCode === undefined ? {} : { dicomCode }),
      },
      example: {},
    }),
    add: procedure({
      kind: 'command',
      access,
      input: z.strictObject({ name: viewName, filter: narrowing }),
      output: z.strictObject({ viewId: id }),
      audit: { event: `${event}_saved`, action: 'C', says: `saved a view of ${of}` },
      example,
    }),
    rename: procedure({
      kind: 'command',
      access,
      input: z.strictObject({ viewId: id, version, name: viewName }),
      output: done,
      audit: { event: `${event}_renamed`, action: 'U', says: `renamed a view of ${of}` },
      example: { viewId: EXAMPLE_ID, version: 1, name: 'Another name' },
    }),
    delete: procedure({
      kind: 'command',
      access,
      input: z.strictObject({ viewId: id, version }),
      output: done,
      audit: { event: `${event}_deleted`, action: 'D', says: `deleted a view of ${of}` },
      example: { viewId: EXAMPLE_ID, version: 1 },
    }),
  };
}

function narrows(filter: unknown): boolean {
  return typeof filter === 'object' && filter !== null && Object.values(filter).some((part) => part !== undefined);
}
