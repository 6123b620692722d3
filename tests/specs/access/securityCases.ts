// Access to users, settings and the log, case by case.
import { PASSWORD } from '../../support/startTestCore.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import { aboutUser, added, changedUser, lockOut, logSearch, settings, withPassword } from './caseInputs.ts';

const nothing = async () => ({});
const logView = async () => ({ name: 'Refused at the front', filter: { outcome: 'denied', workstation: 'FRONT-1' } });
const readsPatients = { permission: 'patient:read', effect: 'grant' } as const;

export const SECURITY_CASES: readonly AccessCase[] = [
  ...lacks(
    'user:read',
    'users_listed',
    ['S2.19 a provider does not see the users', 'provider', 'user.find', logSearch('users')],
    ['S1.01 an office administrator does not see the users', 'office-administrator', 'user.find', logSearch('users')],
  ),
  ...lacks('user:disable', 'user_disabled', [
    'S2.18 a manager disables nobody',
    'manager',
    'user.disable',
    aboutUser('plain'),
  ]),
  ...lacks('user:update', 'privilege_permissions_changed', [
    'S2.18 a manager changes nobody’s roles',
    'manager',
    'user.update',
    changedUser('plain', { roleIds: ['billing'] }),
  ]),
  ...permits('users_listed', [
    'S5.09 Access Security opens the users',
    'access-security',
    'user.find',
    logSearch('users'),
  ]),
  ...permits('user_locked_out', [
    'S5.10 Access Security locks a user out',
    'access-security',
    'user.lockOut',
    aboutUser('spare', { untilMs: null }),
  ]),
  ...permits('user_unlocked', [
    'S2.12 Access Security unlocks a user',
    'access-security',
    'user.unlock',
    aboutUser('plain'),
  ]),
  ...lacks('user:lockOut', 'role_locked_out', [
    'S5.10 an office administrator locks no role out',
    'office-administrator',
    'role.lockOut',
    lockOut({ roleId: 'patient' }),
  ]),
  ...lacks('user:lockOut', 'workstation_locked_out', [
    'S5.10 a security officer watches the settings and locks no computer out',
    'security-officer',
    'workstation.lockOut',
    lockOut({}),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'role_locked_out', [
    'S5.10 nobody locks out a role they hold themselves',
    'owner-admin',
    'role.lockOut',
    lockOut({ roleId: 'owner-admin' }),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'workstation_locked_out', [
    'S5.10 nobody but a Super User locks out the computer they work at',
    'access-security',
    'workstation.lockOut',
    lockOut({}),
  ]),
  ...lacks('accessSecurity:grant', 'access_security_changed', [
    'S5.09 Access Security does not hand itself on',
    'access-security',
    'user.setAccessSecurity',
    withPassword('plain', { hasAccessSecurity: true }),
  ]),
  ...lacks('superUser:grant', 'super_user_changed', [
    'S5.08 the owner role makes no Super User',
    'owner-admin',
    'user.setSuperUser',
    withPassword('plain', { isSuperUser: true }),
  ]),
  ...denies(
    'FORBIDDEN',
    'onlySuperUserGives',
    'privilege_permissions_changed',
    [
      'S5.09 Access Security gives no security right, though it holds it',
      'access-security',
      'user.update',
      changedUser('plain', { exceptions: [{ permission: 'user:read', effect: 'grant' }] }),
    ],
    [
      'S5.08 the owner role is given by a Super User alone',
      'owner-admin',
      'user.update',
      changedUser('plain', { roleIds: ['owner-admin'] }),
    ],
  ),
  ...denies('FORBIDDEN', 'givesWhatTheyLack', 'privilege_permissions_changed', [
    'P5 Access Security gives no right to patients, which it lacks',
    'access-security',
    'user.update',
    changedUser('plain', { exceptions: [readsPatients] }),
  ]),
  ...denies('FORBIDDEN', 'givesWhatTheyLack', 'authn_password_reset', [
    'P5 Access Security gets no code for the login of somebody with more rights',
    'access-security',
    'user.issueActivationCode',
    aboutUser('manager'),
  ]),
  ...denies('FORBIDDEN', 'ownRights', 'privilege_permissions_changed', [
    'S5.09 nobody widens their own rights',
    'access-security',
    'user.update',
    changedUser('access-security', { exceptions: [readsPatients] }),
  ]),
  ...denies('FORBIDDEN', 'widensScope', 'privilege_permissions_changed', [
    'S5.13 nobody opens more providers than they may see',
    { who: 'access-security', limitedTo: 'own' },
    'user.update',
    changedUser('plain', { scope: { kind: 'all' } }),
  ]),
  ...denies('FORBIDDEN', 'targetIsSuperUser', 'user_disabled', [
    'S5.08 Access Security disables no Super User',
    'access-security',
    'user.disable',
    aboutUser('super-user'),
  ]),
  ...denies('FORBIDDEN', 'targetIsSuperUser', 'authn_password_reset', [
    'S5.08 Access Security gets no code for a Super User’s login',
    'access-security',
    'user.issueActivationCode',
    aboutUser('super-user'),
  ]),
  ...denies('FORBIDDEN', 'stepUpRequired', 'super_user_changed', [
    'S2.95 a Super User with a wrong password makes no Super User',
    'super-user',
    'user.setSuperUser',
    withPassword('plain', { isSuperUser: true, password: 'not the password' }),
  ]),
  ...permits('access_security_changed', [
    'S5.09 a Super User gives Access Security with the password typed again',
    'super-user',
    'user.setAccessSecurity',
    withPassword('spare', { hasAccessSecurity: true, password: PASSWORD }),
  ]),
  ...permits('user_created', [
    'S2.17 the owner role adds a user with rights it holds',
    'owner-admin',
    'user.add',
    added('newcomer', 'billing'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'user_disabled', [
    'S2.10 nobody disables themselves',
    'access-security',
    'user.disable',
    aboutUser('access-security'),
  ]),
  ...denies('CONFLICT', 'CONFLICT', 'security_settings_changed', [
    'S5.12 settings that somebody changed meanwhile are not written over',
    'access-security',
    'setting.update',
    settings(9_999),
  ]),
  ...lacks('setting:update', 'security_settings_changed', [
    'S5.12 a security officer watches the settings and does not change them',
    'security-officer',
    'setting.update',
    settings(1),
  ]),
  ...permits('audit_searched', [
    'S2.37 a security officer searches the log',
    'security-officer',
    'audit.find',
    logSearch('log'),
  ]),
  ...lacks('audit:read', 'audit_searched', [
    'S2.37 a manager does not read the log',
    'manager',
    'audit.find',
    logSearch('log'),
  ]),
  ...permits('audit_view_saved', [
    'S2.37 a security officer keeps filters of the log as a view of their own',
    'security-officer',
    'audit.addView',
    logView,
  ]),
  ...lacks('audit:read', 'audit_view_saved', [
    'S2.37 a manager keeps no view of a log they do not read',
    'manager',
    'audit.addView',
    logView,
  ]),
  ...lacks('audit:verify', 'audit_verify_started', [
    'S1.01 a privacy officer does not start a check of the log',
    'privacy-officer',
    'audit.startVerify',
    nothing,
  ]),
  ...permits(null, [
    'S1.03 the status bar needs no right and holds no name',
    'no-role',
    'practice.readStatus',
    nothing,
  ]),
];
