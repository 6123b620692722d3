// The slow steps that run before BEGIN: password derivation, file choosers. They decide nothing.
import { FHIR_BUNDLE } from '../../shared/catalogue/procedures/import.ts';
import type { Input, ProcedureName } from '../../shared/catalogue/procedures.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { PreparedSlot } from '../keys/vault.ts';
import type { Services, ShownRecovery } from '../services.ts';
import { type CreatedPractice, prepareCreate } from '../signIn/prepareCreate.ts';
import { prepareRecover } from '../signIn/prepareRecover.ts';
import { type Entered, prepareActivate, prepareSignIn } from '../signIn/prepareSignIn.ts';
import { BILLING_STEPS } from './billing/prepareBilling.ts';
import { type ChosenPaper, prepareDeskPrint } from './prepareDeskPrint.ts';
import { prepareMetricsExport } from './providerMetrics.ts';
import { type ChosenPath, EXPORT_STEPS, type ExportName } from './records/prepareExport.ts';
import { whenSignedIn } from './whenSignedIn.ts';

/** A new slot made for a person, and the code that opens it once. */
export interface PreparedActivation {
  readonly userId: string;
  readonly slot: PreparedSlot;
  readonly activationCode: string;
  readonly expiresAtMs: number;
}

export interface PreparedValues extends Record<ExportName, ChosenPath> {
  'session.create': Entered;
  'session.activate': Entered & { readonly slot: PreparedSlot };
  'session.recover': ShownRecovery;
  'session.checkPassword': { score: number; isAcceptable: boolean; advice: string[] };
  'session.changePassword': { readonly slot: PreparedSlot };
  'setup.create': CreatedPractice;
  'setup.renewRecovery': SteppedUp & { readonly made: ShownRecovery | null };
  'setup.saveRecoverySheet': { readonly path: string | null };
  'setup.setSecondSuperUser': PreparedActivation | null;
  'user.add': PreparedActivation;
  'user.enable': PreparedActivation;
  'user.issueActivationCode': PreparedActivation;
  'user.setSuperUser': SteppedUp;
  'user.setAccessSecurity': SteppedUp;
  'rightsRules.setModel': SteppedUp;
  'rightsRules.setSecondApprover': SteppedUp;
  'note.sign': SteppedUp;
  'call.importTranscript': ChosenPath;
  'import.choose': ChosenPath;
  'fhir.export': ChosenPath;
  'audit.startExport': { readonly path: string | null };
  'statement.save': ChosenPath;
  'patient.printCopy': ChosenPaper;
  'patient.printAccesses': ChosenPaper;
  'report.saveBilling': ChosenPath;
  'provider.exportMetrics': ChosenPath;
}

/** Whether the password typed for this very call was right (S2.95). */
export interface SteppedUp {
  readonly isSteppedUp: boolean;
}

type Prepare<N extends ProcedureName> = N extends keyof PreparedValues
  ? (input: Input<N>, windowId: string, services: Services) => Promise<PreparedValues[N] | Refusal>
  : never;

type PrepareSteps = { readonly [N in keyof PreparedValues]: Prepare<N> };

const PREPARE: PrepareSteps = {
  ...EXPORT_STEPS,
  ...BILLING_STEPS,
  'provider.exportMetrics': prepareMetricsExport,
  'patient.printCopy': prepareDeskPrint,
  'patient.printAccesses': prepareDeskPrint,
  'session.create': prepareSignIn,
  'session.activate': prepareActivate,
  'session.recover': prepareRecover,
  'session.checkPassword': ({ password, ownWords }, _windowId, { passwordPolicy }) =>
    passwordPolicy.check(password, ownWords),
  'session.changePassword': prepareOwnPassword,
  'setup.create': prepareCreate,
  'setup.renewRecovery': async ({ password }, windowId, services) => {
    const who = await stepUp(password, windowId, services);
    if ('code' in who) return who;
    return { ...who, made: who.isSteppedUp ? await services.vault.makeRecovery(services.keyring()) : null };
  },
  'setup.saveRecoverySheet': async ({ how }, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path:
        how === 'print'
          ? null
          : await services.dialogs.chooseSave({
              title: 'Save the recovery sheet',
              suggestedName: 'keyward-recovery-sheet.txt',
            }),
    })),
  'setup.setSecondSuperUser': async (input, windowId, services) =>
    input.kind === 'none'
      ? null
      : whenSignedIn(windowId, services, () => activation(services, services.newId(), input.loginId)),
  'user.add': ({ info }, windowId, services) =>
    whenSignedIn(windowId, services, () => activation(services, services.newId(), info.loginId)),
  'user.enable': ({ userId }, windowId, services) => activationOfUser(userId, windowId, services),
  'user.issueActivationCode': ({ userId }, windowId, services) => activationOfUser(userId, windowId, services),
  'user.setSuperUser': ({ password }, windowId, services) => stepUp(password, windowId, services),
  'user.setAccessSecurity': ({ password }, windowId, services) => stepUp(password, windowId, services),
  'rightsRules.setModel': ({ password }, windowId, services) => stepUp(password, windowId, services),
  'rightsRules.setSecondApprover': ({ password }, windowId, services) => stepUp(password, windowId, services),
  'note.sign': ({ password }, windowId, services) => stepUp(password, windowId, services),
  'call.importTranscript': (_input, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseOpen({ title: 'Choose the text of the call', extensions: ['txt'] }),
    })),
  'import.choose': ({ kind }, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseOpen(
        kind === FHIR_BUNDLE
          ? { title: 'Choose a FHIR bundle', extensions: ['json'] }
          : { title: `Choose the file with ${recordTypeNamed(kind)?.many ?? kind}`, extensions: ['csv'] },
      ),
    })),
  'fhir.export': (_input, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseSave({
        title: 'Save a FHIR bundle',
        suggestedName: `fhir-bundle-${new Date(services.clock.nowMs()).toISOString().slice(0, 10)}.json`,
      }),
    })),
  'user.export': (_input, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseSave({
        title: 'Save the list of users',
        suggestedName: `users-${new Date(services.clock.nowMs()).toISOString().slice(0, 10)}.csv`,
      }),
    })),
  'audit.startExport': (_input, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseSave({
        title: 'Export the activity log',
        suggestedName: `activity-log-${new Date(services.clock.nowMs()).toISOString().slice(0, 10)}.csv`,
      }),
    })),
};

/** Runs the prepare step of a procedure, if it has one; a Refusal ends the call before anything is opened. */
export async function prepare<N extends ProcedureName>(
  name: N,
  input: Input<N>,
  windowId: string,
  services: Services,
): Promise<unknown> {
  if (!isPrepared(name)) return undefined;
  const step = PREPARE[name] as (input: Input<N>, windowId: string, services: Services) => Promise<unknown>;
  return step(input, windowId, services);
}

/** Whether a procedure has a slow step before its transaction. */
export function isPrepared(name: ProcedureName): name is keyof PreparedValues {
  return Object.hasOwn(PREPARE, name);
}

async function activation(services: Services, userId: string, loginId: string): Promise<PreparedActivation> {
  const made = await services.vault.makeActivation(services.keyring(), { userId, loginId });
  return { userId, ...made };
}

function activationOfUser(userId: string, windowId: string, services: Services) {
  return whenSignedIn(windowId, services, () => {
    const loginId = services.loginIdOf(userId);
    return loginId === null
      ? refuse('NOT_FOUND', 'This user is not here any more. Go back to the list of users.')
      : activation(services, userId, loginId);
  });
}

async function stepUp(password: string, windowId: string, services: Services): Promise<SteppedUp | Refusal> {
  const session = services.sessions.of(windowId);
  if (session === null) return refuse('UNAUTHENTICATED', 'Nobody is signed in at this window. Sign in and try again.');
  return { isSteppedUp: await services.checkOwnPassword(session, password) };
}

async function prepareOwnPassword(
  { currentPassword, newPassword }: Input<'session.changePassword'>,
  windowId: string,
  services: Services,
): Promise<{ slot: PreparedSlot } | Refusal> {
  const session = services.sessions.of(windowId);
  if (session === null) return refuse('UNAUTHENTICATED', 'Nobody is signed in at this window. Sign in and try again.');
  // The login may have been renamed since this session began.
  const loginId = services.loginIdOf(session.userId) ?? session.loginId;
  const verdict = await services.passwordPolicy.check(newPassword, [loginId, session.name]);
  if (!verdict.isAcceptable)
    return refuse('INVALID_INPUT', verdict.advice.join(' '), {
      fields: [{ path: 'newPassword', message: verdict.advice.join(' ') }],
    });
  if (!(await services.checkOwnPassword(session, currentPassword)))
    return refuse('INVALID_INPUT', 'Your current password did not fit. Type it again.', {
      fields: [{ path: 'currentPassword', message: 'does not fit' }],
    });
  const slot = await services.vault.makePassword({ userId: session.userId, loginId, currentPassword }, newPassword);
  return slot === null ? refuse('INVALID_INPUT', 'Your current password did not fit. Type it again.') : { slot };
}
