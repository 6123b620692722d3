// Prints the copy of a record for whoever may have it, after asking what for (S1.23).
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

interface CopyDialogProps {
  readonly patientId: string;
  readonly onClose: () => void;
}

export function CopyDialog({ patientId, onClose }: CopyDialogProps) {
  const copy = useCommand('patient.printCopy', { refreshes: false });
  const confirm = async (purpose: string) => {
    const printed = await copy.run({ id: patientId, purpose });
    if (printed === null) return;
    onClose();
    notify.done('The copy was given to the printer.');
  };
  return (
    <ReasonDialog
      title="Print a copy of this record"
      says="The personal data, appointments, clinical notes and consents that you may see, as you see them. The page says who printed it, when and what for. Make sure that it reaches the patient, or somebody the patient named."
      confirmLabel="Print"
      refusal={copy.refusal}
      isRunning={copy.isRunning}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
