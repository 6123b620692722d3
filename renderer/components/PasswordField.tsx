// A password box with show and hide, pasting allowed, and a hint while Caps Lock is on.
import { PasswordInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';

interface PasswordFieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly error?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
  readonly isFocusedFirst?: boolean;
  /** For a box outside any form of its own. */
  readonly onEnter?: () => void;
}

export function PasswordField(props: PasswordFieldProps) {
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const watch = (event: KeyboardEvent) => setIsCapsLockOn(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        {...(props.ref === undefined ? {} : { ref: props.ref })}
        label={props.label}
        description={props.description}
        required
        maxLength={256}
        autoComplete={props.autoComplete}
        value={props.value}
        error={props.error}
        data-autofocus={props.isFocusedFirst || undefined}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          watch(event);
          if (event.key !== 'Enter' || props.onEnter === undefined) return;
          event.preventDefault();
          props.onEnter();
        }}
        onKeyUp={watch}
        onBlur={() => setIsCapsLockOn(false)}
        visible={isShown}
        onVisibilityChange={setIsShown}
        visibilityToggleButtonProps={{
          tabIndex: 0,
          'aria-hidden': false,
          'aria-label': isShown ? `Hide: ${props.label}` : `Show: ${props.label}`,
        }}
      />
      <div className="caps-hint" role="status">
        {isCapsLockOn ? 'Caps Lock is on.' : ''}
      </div>
    </div>
  );
}
