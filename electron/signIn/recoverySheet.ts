// The recovery sheet as paper and as text.

export interface RecoverySheetContent {
  readonly code: string;
  readonly installId: string;
  readonly practiceName: string;
  readonly atMs: number;
}

const ADVICE = [
  'Keep this sheet in a sealed envelope in the safe, and a copy outside the office. Never keep it beside the computer.',
  'Whoever holds this code can open the practice. Using it is recorded and shown to every Super User.',
  'When nobody can sign in: choose “Use the recovery code” on the sign-in page and type the code. A new code is then made; this sheet is void as soon as the new one is on paper.',
];

/** The sheet as plain text, for saving to a stick. */
export function recoverySheetText({ code, installId, practiceName, atMs }: RecoverySheetContent): string {
  const lines = [
    `Recovery sheet of ${practiceName}`,
    `Made ${new Date(atMs).toISOString()}`,
    '',
    `Recovery code    ${code}`,
    `Installation     ${installId}`,
    '',
    ...ADVICE,
    '',
  ];
  return lines.join('\r\n');
}

/** The sheet as a page for the printer. */
export function recoverySheetHtml(content: RecoverySheetContent): string {
  const { code, installId, practiceName, atMs } = content;
  const groups = code.split('-').map((group) => `<span>${escapeHtml(group)}</span>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Recovery sheet</title>
<style>body{font:14px/1.5 sans-serif;margin:2cm}h1{font-size:20px}.code{font:20px/2 monospace;border:1px solid #000;padding:12px}.code span{margin-right:1em;white-space:nowrap}</style>
<h1>Recovery sheet of ${escapeHtml(practiceName)}</h1>
<p>Made ${new Date(atMs).toISOString().slice(0, 10)}. Installation ${escapeHtml(installId)}</p>
<p class="code">${groups.join(' ')}</p>${ADVICE.map((line) => `<p>${line}</p>`).join('')}</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
