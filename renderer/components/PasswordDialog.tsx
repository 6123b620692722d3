// Step-up: asks for the own password again, and mostly why, before a change of great power (S2.95).
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';

export interface PasswordDialogProps extends Omit<ConfirmDialogProps, 'asksReason' | 'passwordHint'> {
  /** False: the act explains itself, and only the password is asked. */
  readonly asksReason?: boolean;
  /** Why the password is asked again. */
  readonly passwordHint?: string;
}

export function PasswordDialog({
  asksReason = true,
  passwordHint = 'Asked again because this gives great power.',
  ...rest
}: PasswordDialogProps) {
  return <ConfirmDialog {...rest} asksReason={asksReason} passwordHint={passwordHint} />;
}
