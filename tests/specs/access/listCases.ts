// Access to taking the list of users and the activity log out of the program, and to one's own views, case by case.
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';

const users = async () => PROCEDURES['user.print'].example;
const userFile = async () => PROCEDURES['user.export'].example;
const log = async () => PROCEDURES['audit.print'].example;
const view = async () => ({ name: 'Locked', filter: { status: 'locked' } });

export const LIST_CASES: readonly AccessCase[] = [
  ...permits('users_printed', [
    'S2.25 a security officer prints the list of users',
    'security-officer',
    'user.print',
    users,
  ]),
  ...permits('users_exported', [
    'S5.09 Access Security saves the list of users',
    'access-security',
    'user.export',
    userFile,
  ]),
  ...lacks(
    'user:export',
    'users_printed',
    [
      'S2.25 seeing users does not print their list: a privacy officer looks only',
      'privacy-officer',
      'user.print',
      users,
    ],
    ['S2.19 a provider prints no list of users', 'provider', 'user.print', users],
  ),
  ...lacks('user:export', 'users_exported', [
    'S2.25 seeing users does not save their list: a privacy officer looks only',
    'privacy-officer',
    'user.export',
    userFile,
  ]),
  ...permits('user_view_saved', [
    'S2.37 a privacy officer keeps filters of the list of users as a view of their own',
    'privacy-officer',
    'user.addView',
    view,
  ]),
  ...lacks('user:read', 'user_view_saved', [
    'S2.37 a manager keeps no view of a list they do not see',
    'manager',
    'user.addView',
    view,
  ]),
  ...lacks('user:read', 'user_columns_chosen', [
    'S2.19 a provider chooses no columns of a list they do not see',
    'provider',
    'user.saveLayout',
    async () => PROCEDURES['user.saveLayout'].example,
  ]),
  ...permits('audit_printed', [
    'S2.44 a security officer prints the activity log',
    'security-officer',
    'audit.print',
    log,
  ]),
  ...lacks('audit:export', 'audit_printed', ['S2.44 a manager prints no log', 'manager', 'audit.print', log]),
  ...denies('FORBIDDEN', 'phiRestricted', 'audit_printed', [
    'S1.09 a Super User marked ePHI Restricted prints no log, which names patients',
    'restricted-owner',
    'audit.print',
    log,
  ]),
];
