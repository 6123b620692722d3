// Contract of the shell: what a page may load, where it may go and how the application ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DEMO, envWith, launchDemo, newFolder, SHELL } from './launchDemo.ts';

describe('a page at app://', () => {
  it('is served by the app, under its content policy and with nothing from elsewhere', async () => {
    let hits = 0;
    const server = createServer((_request, response) => {
      hits++;
      response.end('reached');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { app, page } = await launchDemo();
    const outcome = await page.evaluate(async (url) => {
      const own = await fetch('./page.js').then((answer) => answer.status);
      const missing = await fetch('./nothing.js').then((answer) => answer.status);
      const away = await fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
      const socket = await new Promise((resolve) => {
        try {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.onopen = () => resolve('open');
          opened.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      return { own, missing, away, socket, isSecure: isSecureContext, hasInline: typeof inlineRan };
    }, remote);
    expect(outcome).toEqual({
      own: 200,
      missing: 404,
      away: 'refused',
      socket: 'refused',
      isSecure: true,
      hasInline: 'undefined',
    });
    expect(hits).toBe(0);
    await app.close();
    server.close();
  });

  it('cannot navigate away or open a window, and the app is asked about both', async () => {
    const { app, page } = await launchDemo();
    await page.click('#away');
    await page.click('#blank');
    await page.evaluate(() => void window.open('https://example.invalid/popup'));
    await expect.poll(() => app.evaluate(() => seen.navigations)).toContain('https://example.invalid/away');
    await expect.poll(() => app.evaluate(() => seen.popups.length)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.title)).toBe('Demo');
    expect(app.windows().filter((window) => !window.isClosed())).toHaveLength(1);
    await app.close();
  });

  it('has no permission the app does not give', async () => {
    const { app, page } = await launchDemo();
    const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(state).toBe('denied');
    expect(await app.evaluate(() => seen.asked)).toBeGreaterThan(0);
    await app.close();
  });

  it('is not left by a load of another site that the app itself asks for', async () => {
    const { app } = await launchDemo();
    const words = await app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return window?.loadURL('https://example.invalid/').catch((error: Error) => error.message);
    });
    expect(words).toMatch(/^ERR_/);
    await app.close();
  });
});

describe('an area the shell does not have', () => {
  it('throws and names itself', async () => {
    const { app } = await launchDemo();
    const words = await app.evaluate(({ app: own, Tray, dialog }) => {
      const tries = [() => own.dock, () => new Tray('x'), () => dialog.showMessageBox({ message: '' })];
      return tries.map((attempt) => {
        try {
          void attempt();
          return 'nothing was thrown';
        } catch (error) {
          return (error as Error).message;
        }
      });
    });
    expect(words).toEqual(
      ['app.dock', 'Tray', 'dialog.showMessageBox'].map((name) => `chromium shell: ${name} is not emulated`),
    );
    await app.close();
  });
});

describe('the life of an application in the shell', () => {
  it('lets a second start announce itself to the first and leave', async () => {
    const { app, dataDir } = await launchDemo();
    const second = spawn(SHELL, [DEMO], { env: envWith({ DEMO_DATA: dataDir }), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    second.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const [code] = await once(second, 'exit');
    expect({ code, said }).toEqual({ code: 3, said: 'already running\n' });
    await expect.poll(() => app.evaluate(() => seen.second.length)).toBe(1);
    await app.close();
  });

  it('takes over the data folder of one that was killed, and leaves no Chromium behind', async () => {
    const dataDir = newFolder();
    const { app } = await launchDemo(dataDir);
    const pid = app.process().pid ?? 0;
    const browser = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
    expect(isRunning(browser)).toBe(true);
    app.process().kill('SIGKILL');
    for (let turn = 0; turn < 50 && isRunning(browser); turn++) await wait(100);
    expect(isRunning(browser)).toBe(false);
    const next = await launchDemo(dataDir);
    await next.app.close();
  });

  it('ends with an error when Chromium is killed', async () => {
    const demo = spawn(SHELL, [DEMO], { env: envWith({ DEMO_DATA: newFolder() }), stdio: 'ignore' });
    let browser = 0;
    for (let turn = 0; turn < 100 && browser === 0; turn++) {
      await wait(50);
      browser = Number(readFileSync(`/proc/${demo.pid}/task/${demo.pid}/children`, 'utf8').trim().split(' ')[0]);
    }
    process.kill(browser, 'SIGKILL');
    expect((await once(demo, 'exit'))[0]).toBe(1);
  });
});

function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
