// Procedures of the first week: office size and the getting-started checklist (S1.30, S2.31).
import { z } from 'zod';
import { CHECKLIST_ITEMS } from '../../checklist/deriveChecklist.ts';
import { permission, procedure } from '../entry.ts';
import { OFFICE_SIZES } from '../officePresets.ts';
import { done, empty, slug } from '../schemas.ts';

const officeSize = z.enum(OFFICE_SIZES);

export const checklistProcedures = {
  'checklist.read': procedure({
    kind: 'query',
    access: permission('checklist:use'),
    input: empty,
    output: z.strictObject({
      officeSize: z.union([z.null(), officeSize]),
      /** Neither everything done nor put away: the menu and the first page name it. */
      isShown: z.boolean(),
      putAway: z.union([z.null(), z.strictObject({ by: z.string(), atMs: z.int() })]),
      items: z.array(z.strictObject({ id: z.enum(CHECKLIST_ITEMS), isDone: z.boolean(), says: z.string() })),
      roles: z.array(
        z.strictObject({ roleId: slug, name: z.string(), holderCount: z.int(), isNotNeeded: z.boolean() }),
      ),
    }),
    audit: { none: 'what is done and open in the set-up, without names of people; asked for by the menu' },
    example: {},
  }),
  'checklist.chooseOfficeSize': procedure({
    kind: 'command',
    access: permission('practice:update'),
    input: z.strictObject({ officeSize }),
    output: done,
    audit: { event: 'office_size_chosen', action: 'U', says: 'chose the size of the office', dicomCode: '110129' },
    example: { officeSize: 'small' },
  }),
  'checklist.setRoleNeeded': procedure({
    kind: 'command',
    access: permission('checklist:use'),
    input: z.strictObject({ roleId: slug, isNeeded: z.boolean() }),
    output: done,
    audit: {
      event: 'checklist_role_decided',
      action: 'U',
      says: 'decided whether the practice needs somebody in a role',
      dicomCode: '110129',
    },
    example: { roleId: 'billing', isNeeded: false },
  }),
  'checklist.setShown': procedure({
    kind: 'command',
    access: permission('checklist:use'),
    input: z.strictObject({ isShown: z.boolean() }),
    output: done,
    audit: {
      event: 'checklist_visibility_changed',
      action: 'U',
      says: 'put the getting-started checklist away or brought it back',
      dicomCode: '110129',
    },
    example: { isShown: false },
  }),
};
