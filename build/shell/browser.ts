// Starts Chromium, hands out its windows and ends it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { type Cdp, connectCdp } from './cdp.ts';
import { findChromium } from './findChromium.mjs';

/** A page as Chromium hands it over: paused until its owner resumes it. */
export interface Target {
  targetId: string;
  session: string;
}

export interface Browser {
  readonly cdp: Cdp;
  readonly isHeadless: boolean;
  /** Opens a window at a URL. It stays paused, nothing loaded, until Runtime.runIfWaitingForDebugger. */
  openWindow(url: string): Promise<Target>;
  /** Whether a page was opened by another page; such a page is refused and closed. */
  isPopup(targetId: string): boolean;
  /** Ends Chromium and removes its profile; at most a second. */
  stop(): Promise<void>;
}

const QUIET = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--test-type',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-infobars',
  '--disable-popup-blocking',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--force-color-profile=srgb',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,InterestFeedContentSuggestions,PaintHolding',
];

/** Nothing the shell does not serve itself has a name: the last wall behind request interception. */
const NO_HOSTS = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';

/** Starts Chromium on a debugging pipe. Throws a sentence when there is none on this computer. */
export async function startBrowser(
  switches: string[],
  isHeadless: boolean,
  onGone: () => void,
  onPopup: (openerId: string, url: string) => void,
): Promise<Browser> {
  const program = findChromium(isHeadless);
  if (!program) throw new Error('Chromium is not installed: run `node build/browser.mjs`');
  const profile = mkdtempSync(join(tmpdir(), 'keyward-shell-'));
  const isRoot = process.getuid?.() === 0;
  const args = [
    ...QUIET,
    NO_HOSTS,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...switches,
    ...(isHeadless ? ['--headless'] : []),
    ...(isRoot && !switches.includes('--no-sandbox') ? ['--no-sandbox'] : []),
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const cdp = connectCdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let isStopping = false;
  void ended.then(() => {
    if (!isStopping) {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      onGone();
    }
  });
  forwardListeningLine(child.stderr as Readable);

  const popups = new Set<string>();
  const opening: ((target: Target) => void)[] = [];
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const take = targetInfo.openerId === undefined ? opening.shift() : undefined;
    if (take) {
      take({ targetId: targetInfo.targetId, session: sessionId });
      return;
    }
    // A page nobody here asked for is a pop-up: nothing loads in it and it is closed. It must run first: its opener
    // can share its thread, and closing it while it is paused can leave that thread waiting for ever.
    popups.add(targetInfo.targetId);
    void cdp
      .send('Runtime.runIfWaitingForDebugger', {}, sessionId)
      .then(() => cdp.send('Runtime.evaluate', { expression: '0' }, sessionId))
      .catch(() => undefined)
      .then(() => cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }))
      .catch(() => undefined);
    onPopup(targetInfo.openerId ?? '', targetInfo.url);
  });
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });

  return {
    cdp,
    isHeadless,
    isPopup: (targetId) => popups.has(targetId),
    async openWindow(url) {
      const { promise, resolve } = Promise.withResolvers<Target>();
      opening.push(resolve);
      if (isHeadless) await cdp.send('Target.createTarget', { url });
      else openAppWindow(program, profile, url, isRoot);
      return promise;
    },
    async stop() {
      isStopping = true;
      // The headless build has no such command and is ended by signal.
      cdp.send('Browser.close').catch(() => child.kill('SIGTERM'));
      const killing = setTimeout(() => child.kill('SIGKILL'), 1000);
      await ended;
      clearTimeout(killing);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** An application window has no tabs and no address bar. The protocol cannot open one; the running Chromium does when
 *  asked over its own socket, as a second start of it would ask; that second start is the way out if it does not listen.
 *  The window's own switches decide whether a bar warns about ours, hence --test-type. */
function openAppWindow(program: string, profile: string, url: string, isRoot: boolean): void {
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--test-type',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  const startSecond = (): void => void spawn(program, args, { stdio: 'ignore' }).on('error', () => undefined);
  const socket = connect(join(profile, 'SingletonSocket'));
  socket.once('connect', () => socket.end(['START', process.cwd(), program, ...args].join('\0')));
  socket.once('error', startSecond);
  socket.resume();
}

/** Chromium's stderr is full of desktop-bus noise; a test driver waits for this one line. */
function forwardListeningLine(stderr: Readable): void {
  let text = '';
  stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('DevTools listening on') || process.env.KEYWARD_SHELL_LOG) process.stderr.write(`${line}\n`);
  });
}
