// Why the app cannot start, as a sentence with what to do next; never a stack, never data.

const ADVICE: Record<string, string> = {
  EACCES:
    'cannot be written by your login. Ask whoever looks after this computer to give your login write access to it',
  EPERM: 'cannot be written by your login. Ask whoever looks after this computer to give your login write access to it',
  EROFS: 'is on a disk that is write-protected. Remove the write protection',
  ENOSPC: 'is on a disk that is full. Make room on it',
  SQLITE_READONLY: 'is write-protected. Remove the write protection',
  SQLITE_FULL: 'is on a disk that is full. Make room on it',
  SQLITE_BUSY: 'is in use by another program. Close the other program, or restart the computer',
  EBUSY: 'is in use by another program. Close the other program, or restart the computer',
  ENOTDIR: 'cannot be made, because a file is where a folder should be. Move that file away',
  EEXIST: 'cannot be made, because a file is where a folder should be. Move that file away',
};

/** A sentence for the person in front of the screen. `folder` is the place of the practice's data. */
export function startFailureSentence(error: unknown, folder: string): string {
  const known = sentenceOf(error);
  if (known !== null) return known;
  const code = codeOf(error);
  const family = Object.keys(ADVICE).find((name) => code === name || code.startsWith(`${name}_`));
  if (family !== undefined) return `The folder ${folder} ${ADVICE[family]}, then start Keyward again.`;
  const mark = code === '' ? '' : ` (${code})`;
  return `Keyward could not open the practice's data in ${folder}${mark}. Nothing was changed. Restart the computer and try again; if it happens again, restore the last backup or ask whoever looks after this computer.`;
}

/** Errors of ours that are meant for people carry their own sentence. */
function sentenceOf(error: unknown): string | null {
  return error instanceof Error && 'sentence' in error && typeof error.sentence === 'string' ? error.sentence : null;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
