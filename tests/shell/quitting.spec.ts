// Contract of the shell: an app that quits ends, whatever becomes of Chromium.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { launchDemo } from './launchDemo.ts';

it('an app whose Chromium does not answer any more still quits', async () => {
  const { app } = await launchDemo();
  const shell = app.process();
  const children = readFileSync(`/proc/${shell.pid}/task/${shell.pid}/children`, 'utf8').trim().split(' ').map(Number);
  const ended = once(shell, 'exit');
  for (const pid of children) process.kill(pid, 'SIGSTOP');
  await app.evaluate((electron) => electron.app.quit());
  expect(await ended).toEqual([0, null]);
});
