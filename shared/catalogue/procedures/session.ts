// Procedures of signing in, locking and one's own password.
import { z } from 'zod';
import { anonymous, permission, procedure, session } from '../entry.ts';
import { atMs, done, empty, id, newPassword, permissionId, requiredText, text, typedPassword } from '../schemas.ts';

const secretCode = z.string().min(8).max(80);
/** A kept draft: which screen it belongs to and what was typed, as the screen wrote it. */
const draft = z.strictObject({ screen: requiredText(200), content: z.string().max(60_000) });

const place = z.strictObject({ locationId: id, name: z.string() });

export const subjectView = z.strictObject({
  userId: z.string(),
  kind: z.enum(['person', 'recovery']),
  name: z.string(),
  loginId: z.string(),
  isSuperUser: z.boolean(),
  roleNames: z.array(z.string()),
  permissions: z.array(permissionId),
  /** How many providers the person is limited to; null for All Providers. */
  providerLimit: z.union([z.null(), z.int()]),
  previousSignIn: z.union([z.null(), z.strictObject({ atMs, workstation: z.string() })]),
  /** The login of a patient: reaches the one record it is linked to. */
  isPatient: z.boolean(),
  /** Where the person said they work now. */
  workLocation: z.union([z.null(), place]),
  /** Where they may work, where some role was given for certain locations only; empty where place makes no difference. */
  placesOfWork: z.array(place),
});

export const sessionProcedures = {
  'session.readState': procedure({
    kind: 'query',
    access: anonymous('the first screen must know whether to set up, sign in or work'),
    input: empty,
    output: z.strictObject({
      stage: z.enum(['firstRun', 'signIn', 'setupUnfinished', 'open', 'keyMissing', 'unusable']),
      /** A plain sentence when the vault cannot be used. */
      trouble: z.union([z.null(), z.string()]),
      practiceName: z.union([z.null(), z.string()]),
      lastLoginId: z.union([z.null(), z.string()]),
      /** The step at which an unfinished set-up goes on. */
      setupStep: z.enum(['recovery', 'secondSuperUser', 'safety', 'roles', 'people', 'finished']),
      subject: z.union([z.null(), subjectView]),
      idleTimeoutMs: z.int(),
      idleLeftMs: z.int(),
      integrityAlarm: z.union([z.null(), z.string()]),
      notices: z.array(z.strictObject({ id, text: z.string(), atMs })),
      workstation: z.string(),
    }),
    audit: { none: 'shows only what the own screen already shows; polled' },
    example: {},
  }),
  'session.create': procedure({
    kind: 'command',
    access: anonymous('nobody is signed in before signing in'),
    input: z.strictObject({ loginId: z.string().min(1).max(64), password: typedPassword }),
    output: done,
    audit: { event: 'authn_login_success', action: 'E', says: 'signed in', dicomCode: '110122' },
    example: { loginId: 'dwhitfield', password: 'correct horse battery staple' },
  }),
  'session.activate': procedure({
    kind: 'command',
    access: anonymous('a new or reset user has no password yet'),
    input: z.strictObject({ loginId: z.string().min(1).max(64), activationCode: secretCode, newPassword }),
    output: done,
    audit: {
      event: 'authn_activated',
      action: 'U',
      says: 'used an activation code and set a password',
      dicomCode: '110122',
    },
    example: {
      loginId: 'lortiz',
      activationCode: 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23',
      newPassword: 'correct horse battery staple',
    },
  }),
  'session.recover': procedure({
    kind: 'command',
    access: anonymous('whoever holds the paper recovery code is locked out of every login'),
    input: z.strictObject({ recoveryCode: secretCode }),
    output: z.strictObject({ newRecoveryCode: z.string() }),
    audit: {
      event: 'authn_recovery_used',
      action: 'E',
      says: 'opened the practice with the recovery code',
      dicomCode: '110127',
    },
    example: { recoveryCode: 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB' },
  }),
  'session.delete': procedure({
    kind: 'command',
    access: session('everybody may sign out'),
    input: empty,
    output: done,
    audit: { event: 'authn_logout', action: 'E', says: 'signed out', dicomCode: '110123' },
    example: {},
  }),
  'session.lock': procedure({
    kind: 'command',
    access: session('everybody may lock their own screen'),
    input: z.strictObject({ why: z.enum(['user', 'idle']) }),
    output: done,
    audit: { event: 'session_locked', action: 'E', says: 'locked the screen' },
    example: { why: 'user' },
  }),
  'session.setWorkLocation': procedure({
    kind: 'command',
    access: session('everybody may say where they work; it can only be a place within their own limit'),
    input: z.strictObject({ locationId: z.union([z.null(), id]) }),
    output: done,
    audit: { event: 'session_location_changed', action: 'E', says: 'said where they work now' },
    example: { locationId: null },
  }),
  'session.touch': procedure({
    kind: 'query',
    access: session('tells that somebody is at the keyboard'),
    input: empty,
    output: z.strictObject({ idleLeftMs: z.int() }),
    audit: { none: 'carries nothing but the fact of a key press' },
    example: {},
  }),
  'session.keepDraft': procedure({
    kind: 'query',
    access: session('what a person typed is kept for that person alone'),
    input: z.strictObject({ draft: z.union([z.null(), draft]) }),
    output: done,
    audit: { none: 'held in memory, sealed to its owner; never stored or shown to others' },
    example: { draft: null },
  }),
  'session.takeDraft': procedure({
    kind: 'query',
    access: session('gives a person back what they typed before the lock'),
    input: empty,
    output: z.strictObject({ draft: z.union([z.null(), draft]) }),
    audit: { none: 'gives a person their own typing back' },
    example: {},
  }),
  'session.changePassword': procedure({
    kind: 'command',
    access: session('everybody may change their own password'),
    input: z.strictObject({ currentPassword: typedPassword, newPassword }),
    output: done,
    audit: { event: 'authn_password_change', action: 'U', says: 'changed their own password', dicomCode: '110137' },
    example: { currentPassword: 'correct horse battery staple', newPassword: 'another quite long sentence' },
  }),
  'session.checkPassword': procedure({
    kind: 'query',
    access: anonymous('a new password is judged while it is typed, also before the first sign-in'),
    input: z.strictObject({ password: z.string().max(256), ownWords: z.array(text(100)).max(10) }),
    output: z.strictObject({
      /** 0 (guessed at once) to 4 (very strong). */
      score: z.int().min(0).max(4),
      isAcceptable: z.boolean(),
      advice: z.array(z.string()),
    }),
    audit: { none: 'judges a text and keeps nothing' },
    example: { password: 'correct horse battery staple', ownWords: [] },
  }),
  'session.acknowledgeNotice': procedure({
    kind: 'command',
    access: permission('practice:update'),
    input: z.strictObject({ noticeId: id }),
    output: done,
    audit: { event: 'notice_acknowledged', action: 'U', says: 'confirmed having read a notice' },
    example: { noticeId: '01900000-0000-7000-8000-000000000001' },
  }),
};
