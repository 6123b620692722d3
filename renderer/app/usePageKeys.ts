// Shortcuts of the open page, wherever the focus is; an open dialog keeps the keys to itself.
import { useHotkeys } from '@mantine/hooks';
import { isDialogOpen } from './isDialogOpen.ts';

/** Each key as SHORTCUTS spells it, with what it does. */
export function usePageKeys(keys: readonly (readonly [keys: string, run: () => void])[]): void {
  useHotkeys(
    keys.map(([key, run]) => [
      key,
      () => {
        if (!isDialogOpen()) run();
      },
    ]),
    [],
  );
}
