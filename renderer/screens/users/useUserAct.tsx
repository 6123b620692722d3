// Asks for the reason of an act on a login, carries it out and shows the activation code where one was made.
import { type ReactNode, useState } from 'react';
import { ForeseenEffect, type TriedChange } from '../../components/access/ForeseenEffect.tsx';
import { CodeSlip } from '../../components/CodeSlip.tsx';
import { LockOutDialog } from '../../components/LockOutDialog.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { ACT_WORDS, type UserAct } from './userActions.ts';

interface ActTarget {
  readonly userId: string;
  readonly version: number;
  readonly name: string;
  readonly loginId: string;
}

interface Asked {
  readonly act: UserAct;
  readonly target: ActTarget;
}

interface Slip {
  readonly name: string;
  readonly loginId: string;
  readonly code: string;
  readonly expiresAtMs: number;
}

/** `ask(act, target)` opens the dialog; `dialog` must stand somewhere in the screen. */
export function useUserAct(onDone: (act: UserAct, userId: string) => void): {
  readonly ask: (act: UserAct, target: ActTarget) => void;
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [slip, setSlip] = useState<Slip | null>(null);
  const commands = {
    disable: useCommand('user.disable'),
    enable: useCommand('user.enable'),
    lockOut: useCommand('user.lockOut'),
    unlock: useCommand('user.unlock'),
    issueActivationCode: useCommand('user.issueActivationCode'),
    delete: useCommand('user.delete'),
  };
  const command = asked === null ? null : commands[asked.act];

  async function confirm({ act, target }: Asked, reason: string, untilMs: number | null = null) {
    const about = { userId: target.userId, version: target.version, reason };
    const answer =
      act === 'lockOut' ? await commands.lockOut.run({ ...about, untilMs }) : await commands[act].run(about);
    if (answer === null) return;
    setAsked(null);
    if ('activationCode' in answer)
      setSlip({
        name: target.name,
        loginId: target.loginId,
        code: answer.activationCode,
        expiresAtMs: answer.expiresAtMs,
      });
    else notify.done(ACT_WORDS[act].done(target.name, untilMs));
    onDone(act, target.userId);
  }

  const Dialog = asked?.act === 'lockOut' ? LockOutDialog : ReasonDialog;
  const dialog = (
    <>
      {asked === null ? null : (
        <Dialog
          title={ACT_WORDS[asked.act].title(asked.target.name)}
          says={ACT_WORDS[asked.act].says(asked.target.name)}
          confirmLabel={ACT_WORDS[asked.act].confirm(asked.target.name)}
          isRunning={command?.isRunning ?? false}
          refusal={command?.refusal ?? null}
          onConfirm={(reason: string, untilMs?: number | null) => confirm(asked, reason, untilMs)}
          onClose={() => {
            command?.clearRefusal();
            setAsked(null);
          }}
        >
          <Foreseen {...asked} />
        </Dialog>
      )}
      {slip === null ? null : (
        <CodeSlip
          name={slip.name}
          loginId={slip.loginId}
          code={slip.code}
          expiresAtMs={slip.expiresAtMs}
          onClose={() => setSlip(null)}
        />
      )}
    </>
  );
  return { ask: (act, target) => setAsked({ act, target }), dialog };
}

function Foreseen({ act, target: { userId, version } }: Asked) {
  const change = changeOf(act, { userId, version });
  return change === null ? null : <ForeseenEffect change={change} />;
}

/** The change as it can be tried; null for a new code, after which the same person holds the same rights. Whenever a
 *  lock-out ends, it counts until then. */
function changeOf(act: UserAct, input: Pick<ActTarget, 'userId' | 'version'>): TriedChange | null {
  switch (act) {
    case 'issueActivationCode':
      return null;
    case 'lockOut':
      return { procedure: 'user.lockOut', input: { ...input, untilMs: null } };
    case 'disable':
    case 'enable':
    case 'unlock':
    case 'delete':
      return { procedure: `user.${act}`, input };
  }
}
