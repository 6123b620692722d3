// Whether a dialog has the page to itself; then the keys that lead elsewhere wait, and nothing behind it is lost.

export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
