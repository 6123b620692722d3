// Signing in and out, locking, drafts and one's own password.

import { acknowledge, addNotice, openNotices } from '../../db/repositories/notice.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { readSettings } from '../../db/repositories/setting.ts';
import {
  activateUser,
  recordPasswordChange,
  recordSignIn,
  type SessionUser,
  userForSession,
} from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { DEFAULT_SETTINGS } from '../../shared/catalogue/procedures/practice.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { refuse } from '../../shared/errors.ts';
import type { TimeoutRules } from '../../shared/session/timeout.ts';
import { authenticate } from '../ipc/authenticate.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import { Vault } from '../keys/vault.ts';
import type { Services } from '../services.ts';
import { createGivenReasons } from '../session/givenReasons.ts';
import { keepKiosks } from '../session/keepKiosks.ts';
import type { Session } from '../session/session.ts';
import { SIGN_IN_REFUSED } from '../signIn/prepareSignIn.ts';
import { showRecovery } from './recoverySheet.ts';
import { placesOf, type workLocationHandlers, workLocationOf } from './workLocation.ts';

type SessionName = Exclude<
  Extract<keyof Handlers, `session.${string}`>,
  keyof typeof workLocationHandlers | 'session.giveReason'
>;

export const sessionHandlers: Pick<Handlers, SessionName> = {
  'session.readState': (call, tx, services) => readState(call.windowId, tx, services),
  'session.checkPassword': (call) => call.prepared,

  'session.create': (call, tx, services) => {
    const user = userForSession(tx, call.prepared.userId, services.workstation, call.nowMs);
    noteEntering(call, call.prepared.userId, user);
    if (user === null || user.status !== 'active' || user.isLockedOut) return SIGN_IN_REFUSED;
    const previousSignIn = recordSignIn(tx, user.userId, call.nowMs, services.workstation);
    beginSession(call, { ...call.prepared, name: user.name, loginId: user.loginId, previousSignIn }, services);
    return {};
  },
  'session.activate': (call, tx, services) => {
    const { slot, userId } = call.prepared;
    const user = userForSession(tx, userId, services.workstation, call.nowMs);
    noteEntering(call, userId, user);
    if (user === null || !['invited', 'active'].includes(user.status) || user.isLockedOut) return SIGN_IN_REFUSED;
    activateUser(tx, userId, call.nowMs);
    const previousSignIn = recordSignIn(tx, userId, call.nowMs, services.workstation);
    call.afterCommit(() => services.vault.putSlot(slot));
    const { userSecretKey } = slot;
    beginSession(call, { userId, userSecretKey, name: user.name, loginId: user.loginId, previousSignIn }, services);
    return {};
  },
  'session.recover': (call, tx, services) => {
    addNotice(tx, {
      id: services.newId(),
      kind: 'recovery',
      text: `The recovery code was used at ${services.workstation}. If nobody of you did this, find out who holds the paper, then make a new code in Security, Settings.`,
      atMs: call.nowMs,
    });
    call.note({ actor: { id: 'recovery', loginId: '', name: 'Recovery code' } });
    call.afterCommit(() => {
      services.sessions.add(
        newSession(call, services, {
          userId: 'recovery',
          kind: 'recovery',
          name: 'Recovery code',
          loginId: '',
          userSecretKey: null,
          previousSignIn: null,
        }),
      );
    });
    showRecovery(call, call.prepared, services);
    return { newRecoveryCode: call.prepared.code };
  },
  'session.delete': (call, _tx, services) => {
    call.afterCommit(() => {
      const session = services.sessions.end(call.windowId);
      if (session !== null) services.sessions.keepDraft(session.userId, null);
    });
    return {};
  },
  'session.lock': (call, _tx, services) => {
    call.afterCommit(() => void services.sessions.end(call.windowId));
    return {};
  },
  'session.touch': (call, tx, services) => {
    services.sessions.touch(call.windowId, services.clock.monotonicMs());
    return { idleLeftMs: idleLeftMs(call.windowId, tx, services) };
  },
  'session.keepDraft': ({ input, session }, _tx, services) => {
    if (session === null || session.kind === 'recovery') return {};
    const sealed =
      input.draft === null ? null : services.vault.sealTo(session.userId, Buffer.from(JSON.stringify(input.draft)));
    services.sessions.keepDraft(session.userId, sealed);
    return {};
  },
  'session.takeDraft': ({ session }, _tx, services) => ({
    draft: session === null ? null : unsealDraft(session, services),
  }),
  'session.changePassword': (call, tx, services) => {
    const { session, prepared } = call;
    if (session === null)
      return refuse('UNAUTHENTICATED', 'Nobody is signed in at this window. Sign in and try again.');
    recordPasswordChange(tx, session.userId, call.nowMs);
    call.note({ object: { type: 'user', id: session.userId, label: session.name } });
    call.afterCommit(() => services.vault.putSlot(prepared.slot));
    return {};
  },
  'session.acknowledgeNotice': (call, tx, services) => {
    const { session, input, nowMs } = call;
    if (session === null || !acknowledge(tx, input.noticeId, session.userId, nowMs))
      return refuse(
        'NOT_FOUND',
        'This notice is not open any more: somebody confirmed it meanwhile. There is nothing left to do.',
      );
    call.note({ object: { type: 'notice', id: input.noticeId, label: 'notice' } });
    call.afterCommit(() => services.reviewAlarms());
    return {};
  },
};

/** The entry of a sign-in is the person's own, though their session begins only after it. */
function noteEntering(call: AuthorizedCall, userId: string, user: SessionUser | null): void {
  const name = user?.name ?? 'unknown user';
  call.note({
    actor: { id: userId, loginId: user?.loginId ?? '', name },
    object: { type: 'user', id: userId, label: name },
  });
}

/** Starts the session of a person once the entry of their sign-in is on the disk. */
export function beginSession(
  call: AuthorizedCall,
  person: Pick<Session, 'userId' | 'loginId' | 'userSecretKey' | 'name' | 'previousSignIn'>,
  services: Services,
): void {
  call.afterCommit(() => {
    services.gate()?.succeed(person.loginId);
    services.sessions.add(newSession(call, services, { ...person, kind: 'person' }));
    keepKiosks(services);
  });
}

function newSession(
  call: AuthorizedCall,
  services: Services,
  who: Pick<Session, 'userId' | 'kind' | 'name' | 'loginId' | 'userSecretKey' | 'previousSignIn'>,
): Session {
  const nowMs = services.clock.monotonicMs();
  const { userId, kind, name, loginId, userSecretKey, previousSignIn } = who;
  return {
    sessionId: services.newId(),
    windowId: call.windowId,
    userId,
    kind,
    name,
    loginId,
    userSecretKey,
    previousSignIn,
    workLocationId: null,
    isKiosk: false,
    reasons: createGivenReasons(),
    times: { startedAtMs: nowMs, lastInputAtMs: nowMs, lastPermittedCallAtMs: nowMs },
  };
}

function unsealDraft(session: Session, services: Services): Output<'session.takeDraft'>['draft'] {
  const sealed = services.sessions.draftOf(session.userId);
  if (sealed === null || session.userSecretKey === null) return null;
  const plain = Vault.unseal(session.userSecretKey, sealed);
  return plain === null ? null : (JSON.parse(plain.toString('utf8')) as Output<'session.takeDraft'>['draft']);
}

function idleLeftMs(windowId: string, tx: ReadTx, services: Services): number {
  return Math.round(services.sessions.idleLeftMs(windowId, timeoutRules(tx), services.clock.monotonicMs()));
}

function timeoutRules(tx: ReadTx): TimeoutRules {
  const { idleMinutes, sessionHours } = readSettings(tx).values;
  return { idleTimeoutMs: idleMinutes * 60_000, sessionTimeoutMs: sessionHours * 3_600_000 };
}

const TROUBLE = {
  damaged: 'The key file of this practice is damaged. Do not delete anything; restore the newest backup.',
  newer: 'This practice was used with a newer version of Keyward. Install that version to open it.',
} as const;

function readState(windowId: string, tx: ReadTx | null, services: Services): Output<'session.readState'> {
  const vaultState = services.vault.state();
  const closed: Output<'session.readState'> = {
    stage: 'signIn',
    trouble: null,
    practiceName: services.practiceName(),
    lastLoginId: services.sessions.lastLoginId(windowId),
    setupStep: 'recovery',
    subject: null,
    idleTimeoutMs: DEFAULT_SETTINGS.idleMinutes * 60_000,
    idleLeftMs: 0,
    integrityAlarm: services.integrityAlarm(),
    notices: [],
    workstation: services.workstation,
  };
  if (vaultState === 'absent') return { ...closed, stage: 'firstRun' };
  if (vaultState === 'damaged' || vaultState === 'newer')
    return { ...closed, stage: 'unusable', trouble: TROUBLE[vaultState] };
  const who = tx === null ? null : authenticate(tx, windowId, services);
  if (tx === null || who === null || !('subject' in who))
    return vaultState === 'deviceSecretMissing' ? { ...closed, stage: 'keyMissing' } : closed;
  const practice = readPractice(tx);
  const { session, subject, roleNames } = who;
  return {
    ...closed,
    stage: practice.setupStep === 'finished' || session.kind === 'recovery' ? 'open' : 'setupUnfinished',
    practiceName: practice.name,
    setupStep: practice.setupStep,
    subject: {
      userId: session.userId,
      kind: session.kind,
      name: session.name,
      loginId: session.loginId,
      isSuperUser: subject.isSuperUser,
      roleNames: [...roleNames],
      permissions: [...subject.held],
      providerLimit: subject.scope.providers === 'all' ? null : subject.scope.providers.length,
      previousSignIn: session.previousSignIn,
      isPatient: who.isPatient,
      workLocation: workLocationOf(tx, session, services.clock.nowMs()),
      placesOfWork: who.hasPlacesOfWork
        ? placesOf(tx, session, services.clock.nowMs()).map((place) => ({ ...place }))
        : [],
    },
    idleTimeoutMs: services.sessions.rulesOf(windowId, timeoutRules(tx)).idleTimeoutMs,
    idleLeftMs: idleLeftMs(windowId, tx, services),
    notices: subject.isSuperUser ? openNotices(tx) : [],
  };
}
