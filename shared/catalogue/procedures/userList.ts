// Procedures of the list of users: finding, exporting and printing it, and the columns one has chosen (screens 6.2, 6.7).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { exportOutput } from '../records/recordShapes.ts';
import { done, empty, id, page, requiredText } from '../schemas.ts';
import { ACTIVE_USERS, FIRST_USER_COLUMNS, userColumns, userQuery } from '../userList.ts';
import { userRow } from './userViews.ts';

/** Which rows leave the program, and what of them. */
const taken = {
  ...userQuery,
  /** These people alone, as far as they match; null: everybody who matches. */
  userIds: z.union([z.null(), z.array(id).min(1).max(1_000)]),
  columns: userColumns,
};
const takenExample = { ...ACTIVE_USERS, userIds: null, columns: [...FIRST_USER_COLUMNS] };

export const userListProcedures = {
  'user.find': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: z.strictObject({ ...userQuery, ...page }),
    output: z.strictObject({ total: z.int(), rows: z.array(userRow) }),
    audit: { event: 'users_listed', action: 'R', says: 'looked at the list of users' },
    example: { ...ACTIVE_USERS, offset: 0, limit: 50 },
  }),
  'user.export': procedure({
    kind: 'command',
    access: permission('user:export'),
    input: z.strictObject({ ...taken, purpose: requiredText(200) }),
    output: exportOutput,
    audit: { event: 'users_exported', action: 'R', says: 'saved the list of users to a file', dicomCode: '110106' },
    example: { ...takenExample, purpose: 'Annual HIPAA audit' },
  }),
  'user.print': procedure({
    kind: 'query',
    access: permission('user:export'),
    input: z.strictObject(taken),
    output: z.strictObject({ count: z.int() }),
    audit: { event: 'users_printed', action: 'R', says: 'printed the list of users', dicomCode: '110106' },
    example: takenExample,
  }),
  'user.readLayout': procedure({
    kind: 'query',
    access: permission('user:read'),
    input: empty,
    output: z.strictObject({ columns: z.union([z.null(), userColumns]) }),
    audit: { none: 'tells a person which columns of a list they chose themselves' },
    example: {},
  }),
  'user.saveLayout': procedure({
    kind: 'command',
    access: permission('user:read'),
    input: z.strictObject({ columns: userColumns }),
    output: done,
    audit: { event: 'user_columns_chosen', action: 'U', says: 'chose the columns of their list of users' },
    example: { columns: [...FIRST_USER_COLUMNS] },
  }),
};
