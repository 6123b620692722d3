// The first run: practice and first Super User, recovery sheet, second Super User, roles.
import {
  createPractice,
  readPractice,
  setSecondSuperUserReason,
  setSetupStep,
} from '../../db/repositories/practice.ts';
import { seedDefaultRoles, setActiveRoles } from '../../db/repositories/role.ts';
import { activateUser, insertUser, isLoginIdTaken, recordSignIn } from '../../db/repositories/user.ts';
import type { WriteTx } from '../../db/transaction.ts';
import { DEFAULT_ROLES } from '../../shared/catalogue/defaultRoles.ts';
import { refuse } from '../../shared/errors.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { Handlers } from '../ipc/stages.ts';
import { recoverySheetHandlers, showRecovery } from './recoverySheet.ts';
import { beginSession } from './session.ts';

const SETUP_IS_OVER = refuse(
  'CONFLICT',
  'The set-up is finished. Super Users are added and changed in Security, Users.',
);

type SetupName = Extract<keyof Handlers, `setup.${string}`>;

export const setupHandlers: Pick<Handlers, SetupName> = {
  'setup.create': (call, tx, services) => {
    const { practice, person } = call.input;
    const { userId, recoveryCode, userSecretKey, commit } = call.prepared;
    const installId = services.keyring().installId;
    createPractice(tx, { ...practice, installId, setupStep: 'recovery', createdAtMs: call.nowMs });
    seedDefaultRoles(tx, DEFAULT_ROLES);
    const { password: _, ...named } = person;
    insertUser(tx, {
      userId,
      ...named,
      isSuperUser: true,
      scope: { kind: 'all' },
      byUserId: userId,
      nowMs: call.nowMs,
    });
    activateUser(tx, userId, call.nowMs);
    recordSignIn(tx, userId, call.nowMs, services.workstation);
    call.note({
      actor: { id: userId, loginId: person.loginId, name: displayName(person) },
      object: { type: 'user', id: userId, label: displayName(person) },
      changes: [
        { field: 'practice', old: null, new: practice.name },
        { field: 'Super User', old: null, new: displayName(person) },
      ],
    });
    call.afterCommit(() => services.putInPlace(commit));
    beginSession(
      call,
      { userId, userSecretKey, name: displayName(person), loginId: person.loginId, previousSignIn: null },
      services,
    );
    showRecovery(call, { code: recoveryCode, recovery: null }, services);
    return { recoveryCode, installId };
  },
  ...recoverySheetHandlers,
  'setup.setSecondSuperUser': (call, tx, services) => {
    const { input, prepared, nowMs, session } = call;
    if (readPractice(tx).setupStep === 'finished') return SETUP_IS_OVER;
    if (input.kind === 'none') {
      setSecondSuperUserReason(tx, input.reason);
      call.note({ why: input.reason, changes: [{ field: 'second Super User', old: null, new: 'none yet' }] });
      advance(tx, 'secondSuperUser', 'safety');
      return { activationCode: null, expiresAtMs: null };
    }
    if (isLoginIdTaken(tx, input.loginId))
      return refuse('CONFLICT', 'This login ID is or was somebody else’s. Choose another one.', {
        fields: [{ path: 'loginId', message: 'is taken' }],
      });
    if (prepared === null) throw new Error('the slot of the second Super User was not made');
    const { kind: _, ...named } = input;
    insertUser(tx, {
      userId: prepared.userId,
      ...named,
      isSuperUser: true,
      scope: { kind: 'all' },
      byUserId: session?.userId ?? prepared.userId,
      nowMs,
    });
    call.note({ object: { type: 'user', id: prepared.userId, label: displayName(input) } });
    call.afterCommit(() => services.vault.putSlot(prepared.slot));
    advance(tx, 'secondSuperUser', 'safety');
    return { activationCode: prepared.activationCode, expiresAtMs: prepared.expiresAtMs };
  },
  'setup.confirmSafety': (_call, tx) => {
    advance(tx, 'safety', 'roles');
    return {};
  },
  'setup.chooseRoles': (call, tx) => {
    setActiveRoles(tx, call.input.roleIds);
    call.note({
      count: call.input.roleIds.length,
      changes: [{ field: 'roles in use', old: null, new: call.input.roleIds.join(', ') }],
    });
    advance(tx, 'roles', 'people');
    return {};
  },
  'setup.finish': (call, tx) => {
    if (readPractice(tx).setupStep !== 'people')
      return refuse('CONFLICT', 'Some steps of the set-up are still open. Go through them first.');
    setSetupStep(tx, 'finished');
    if (call.input.note !== '') call.note({ why: call.input.note });
    return {};
  },
};

type SetupStep = ReturnType<typeof readPractice>['setupStep'];

/** Moves on from a step; going back and repeating a step does not move backwards. */
function advance(tx: WriteTx, from: SetupStep, to: SetupStep): void {
  if (readPractice(tx).setupStep === from) setSetupStep(tx, to);
}
