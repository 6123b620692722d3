// One tick above the matrix; it asks before it changes anything.
import { Checkbox } from '@mantine/core';

interface SpecialTickProps {
  readonly label: string;
  readonly isSet: boolean;
  readonly says: string;
  /** Why it cannot be changed now; null when it can. */
  readonly blocked: string | null;
  readonly onAsk: () => void;
}

export function SpecialTick({ label, isSet, says, blocked, onAsk }: SpecialTickProps) {
  return (
    <Checkbox
      size="xs"
      label={label}
      description={blocked ?? says}
      checked={isSet}
      readOnly={blocked !== null}
      aria-disabled={blocked !== null || undefined}
      data-fixed={blocked !== null || undefined}
      onChange={() => {
        if (blocked === null) onAsk();
      }}
    />
  );
}
