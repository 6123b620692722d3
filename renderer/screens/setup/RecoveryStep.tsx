// The recovery sheet: print or save it, then prove from the paper that it can be read.
import { Text } from '@mantine/core';
import { RecoverySheetBody } from '../../components/RecoverySheetBody.tsx';
import { RenewRecovery } from '../../components/RenewRecovery.tsx';
import { useRecoverySheet } from '../../components/useRecoverySheet.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

interface RecoveryStepProps extends StepProps {
  /** Null after a restart: the code is held nowhere, so a new one is made. */
  readonly code: string | null;
  readonly onNewCode: (code: string) => void;
  readonly isConfirmed: boolean;
}

export function RecoveryStep({ code, onNewCode, isConfirmed, onBack, onNext }: RecoveryStepProps) {
  const sheet = useRecoverySheet(code);
  const next = async () => {
    if (isConfirmed || (await sheet.confirm())) onNext();
  };
  return (
    <StepFrame
      title="Recovery sheet"
      why="If every Super User forgets their password, this code is the only way back to your records. Nobody else has a copy: not we, not your IT company."
      onBack={onBack}
      onNext={next}
      isBusy={sheet.isConfirming}
      isNextBarred={!isConfirmed && (code === null || sheet.isShown || !sheet.isTyped)}
      refusal={sheet.refusal}
    >
      {isConfirmed ? <Text>You have proved that you hold the recovery sheet.</Text> : null}
      {!isConfirmed && code === null ? (
        <>
          <Text>
            The code shown before is not kept anywhere. Make a new one; once you have proved it, an older sheet is void.
          </Text>
          <RenewRecovery onMade={onNewCode} />
        </>
      ) : null}
      {isConfirmed ? null : <RecoverySheetBody sheet={sheet} label="Recovery code" />}
    </StepFrame>
  );
}
