// The recovery sheet: a new code, its paper or file, and the proof that it can be read; only then is the old one void.
import { readPractice, setSetupStep } from '../../db/repositories/practice.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import type { Services, ShownRecovery } from '../services.ts';
import { recoverySheetHtml, recoverySheetText } from '../signIn/recoverySheet.ts';
import { saveAfterCommit } from './saveAfterCommit.ts';

type SheetName = 'setup.renewRecovery' | 'setup.saveRecoverySheet' | 'setup.confirmRecovery';

const NOT_SHOWN = refuse(
  'CONFLICT',
  'The recovery code is not shown here any more. Make a new one, then print or save it. The older sheet still works.',
);
const WRONG_GROUP = refuse(
  'CONFLICT',
  'A group does not match the sheet. Look at the paper again and type both groups once more.',
);

export const recoverySheetHandlers: Pick<Handlers, SheetName> = {
  'setup.renewRecovery': (call, tx, services) => {
    const { made } = call.prepared;
    if (made === null) throw new Error('the new recovery code was not made');
    call.note({ object: { type: 'practice', id: '1', label: readPractice(tx).name } });
    showRecovery(call, made, services);
    return { recoveryCode: made.code, installId: services.keyring().installId };
  },
  'setup.saveRecoverySheet': (call, tx, services) => {
    const shown = shownTo(call, services);
    if ('message' in shown) return shown;
    const { path } = call.prepared;
    if (call.input.how === 'save' && path === null) return { isSaved: false };
    const sheet = {
      code: shown.code,
      installId: services.keyring().installId,
      practiceName: readPractice(tx).name,
      atMs: call.nowMs,
    };
    call.note({
      changes: [{ field: 'how', old: null, new: call.input.how === 'print' ? 'printed' : 'saved to a file' }],
    });
    if (path !== null) return saveAfterCommit(call, path, recoverySheetText(sheet)) ?? { isSaved: true };
    call.afterCommit(() => services.dialogs.print(recoverySheetHtml(sheet)));
    return { isSaved: true };
  },
  'setup.confirmRecovery': (call, tx, services) => {
    const shown = shownTo(call, services);
    if ('message' in shown) return shown;
    const groups = shown.code.split('-');
    const [first, second] = call.input.groups;
    const isRight = call.input.groups.every(
      ({ position, typed }) => groups[position - 1] === typed.trim().toUpperCase(),
    );
    if (!isRight || first?.position === second?.position) return WRONG_GROUP;
    if (readPractice(tx).setupStep === 'recovery') setSetupStep(tx, 'secondSuperUser');
    const { recovery } = shown;
    // INVARIANT: at every moment a code that is on paper works. The proved one is added before the old one goes, and
    // the old one goes only once the entry is on the disk; a crash in between leaves both.
    if (recovery !== null) services.vault.addRecovery(services.keyring(), recovery);
    call.afterCommit(() => {
      if (recovery !== null) services.vault.keepOnlyRecovery(services.keyring(), recovery);
      services.recoverySheet.forget(call.session?.sessionId ?? '');
    });
    return {};
  },
};

/** Holds a code for the session of this window, which may have begun with this very call; runs after the commit. */
export function showRecovery(call: AuthorizedCall, shown: ShownRecovery, services: Services): void {
  call.afterCommit(() => {
    const session = services.sessions.of(call.windowId);
    if (session !== null) services.recoverySheet.show(session.sessionId, shown);
  });
}

/** The code made in the caller's own session, or the refusal that says to make a new one. */
function shownTo({ session }: AuthorizedCall, services: Services): ShownRecovery | Refusal {
  return (session === null ? null : services.recoverySheet.shownIn(session.sessionId)) ?? NOT_SHOWN;
}
