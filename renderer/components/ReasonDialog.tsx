// Asks why before something serious is done; the reason goes into the activity log.
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';

export interface ReasonDialogProps extends Omit<ConfirmDialogProps, 'asksReason' | 'passwordHint' | 'onConfirm'> {
  readonly onConfirm: (reason: string) => void | Promise<void>;
}

export function ReasonDialog({ onConfirm, ...rest }: ReasonDialogProps) {
  return <ConfirmDialog {...rest} asksReason passwordHint={null} onConfirm={(reason) => onConfirm(reason)} />;
}
