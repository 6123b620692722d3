// dialog: answered by a test, by a file of answers, by the desktop's own dialog, or cancelled.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { refuseUnknown } from './guard.ts';
import { runtime } from './runtime.ts';

interface DialogOptions {
  title?: string;
  defaultPath?: string;
}
interface Answers {
  open?: string[];
  save?: string[];
}
const ZENITY = '/usr/bin/zenity';

/** The window is left out or given first, as in Electron. */
const optionsOf = (args: unknown[]): DialogOptions => (args.at(-1) ?? {}) as DialogOptions;

export const dialog = refuseUnknown('dialog', {
  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const path = await choose('open', optionsOf(args));
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const path = await choose('save', optionsOf(args));
    return { canceled: path === null, filePath: path ?? '' };
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
    if (mayAskDesktop())
      spawn(ZENITY, ['--error', '--no-markup', `--title=${title}`, `--text=${content}`], { stdio: 'ignore' });
  },
});

const mayAskDesktop = (): boolean => runtime.browser?.isHeadless === false && existsSync(ZENITY);

async function choose(kind: 'open' | 'save', options: DialogOptions): Promise<string | null> {
  const file = process.env.KEYWARD_DIALOG_ANSWERS;
  if (file) return nextAnswer(file, kind);
  if (!mayAskDesktop()) return null;
  const args = ['--file-selection', `--title=${options.title ?? ''}`];
  if (kind === 'save') args.push('--save');
  if (options.defaultPath) args.push(`--filename=${options.defaultPath}`);
  const child = spawn(ZENITY, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return code === 0 ? text.trimEnd() : null;
}

/** Takes the next path from the file of answers; none left means cancelled. */
function nextAnswer(file: string, kind: 'open' | 'save'): string | null {
  const answers = JSON.parse(readFileSync(file, 'utf8')) as Answers;
  const path = answers[kind]?.shift() ?? null;
  writeFileSync(file, JSON.stringify(answers));
  return path;
}
