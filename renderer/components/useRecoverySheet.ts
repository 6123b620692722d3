// A new recovery code from the screen to the paper: print, save or write it, then type two groups back.
import { useMemo, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';
import { useCommand } from '../ipc/useCommand.ts';

export interface RecoverySheet {
  readonly code: string | null;
  /** The code is on the screen; false while groups are typed from the paper. */
  readonly isShown: boolean;
  /** The groups to type back, by their place from the left. */
  readonly positions: readonly number[];
  readonly typed: readonly [string, string];
  /** What became of printing or saving; empty before. */
  readonly said: string;
  readonly refusal: Refusal | null;
  readonly isConfirming: boolean;
  /** Both groups hold something. */
  readonly isTyped: boolean;
  readonly show: () => void;
  readonly hide: () => void;
  readonly write: (how: 'print' | 'save') => Promise<void>;
  readonly type: (index: number, text: string) => void;
  /** Whether the groups fit; then older sheets are void. */
  readonly confirm: () => Promise<boolean>;
}

export function useRecoverySheet(code: string | null): RecoverySheet {
  const writing = useCommand('setup.saveRecoverySheet', { refreshes: false });
  const confirming = useCommand('setup.confirmRecovery');
  const [hiddenCode, setHiddenCode] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const positions = useMemo(() => twoPositions(code), [code]);

  return {
    code,
    isShown: code !== null && hiddenCode !== code,
    positions,
    typed,
    said,
    refusal: confirming.refusal ?? writing.refusal,
    isConfirming: confirming.isRunning,
    isTyped: typed.every((group) => group.trim() !== ''),
    show: () => setHiddenCode(null),
    hide: () => {
      writing.clearRefusal();
      setHiddenCode(code);
    },
    write: async (how) => {
      setSaid('');
      const written = await writing.run({ how });
      if (written === null) return;
      setSaid(written.isSaved ? DONE[how] : 'Nothing was saved.');
      if (written.isSaved) setHiddenCode(code);
    },
    type: (index, text) => setTyped(([first, second]) => (index === 0 ? [text, second] : [first, text])),
    confirm: async () => {
      const groups = positions.map((position, index) => ({ position, typed: readable(typed[index] ?? '') }));
      return (await confirming.run({ groups })) !== null;
    },
  };
}

const DONE = {
  print: 'The sheet was given to the printer. If nothing comes out, show the code again.',
  save: 'The sheet is saved.',
} as const;

/** Two different groups, by their place from the left, in order. The last group is shorter and left out. */
function twoPositions(code: string | null): number[] {
  const count = (code?.split('-').length ?? 7) - 1;
  const [first = 0, offset = 0] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % count;
  const other = (one + 1 + (offset % (count - 1))) % count;
  return [one + 1, other + 1].toSorted((a, b) => a - b);
}

/** The letters that look like digits on paper are not used in codes, so what was meant is certain. */
function readable(typed: string): string {
  return typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
