// app: the life of the application, its paths and its single instance.
import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { guardClass } from './guard.ts';
import { type InstanceLock, takeInstanceLock } from './instanceLock.ts';
import { runtime } from './runtime.ts';

const ready = Promise.withResolvers<void>();

class CommandLine {
  readonly #switches = new Map<string, string>();
  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }
  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }
  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }
  removeSwitch(name: string): void {
    this.#switches.delete(name);
  }
  /** The switches as Chromium is given them. */
  toArguments(): string[] {
    return [...this.#switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  }
}

class App extends EventEmitter {
  readonly commandLine = new CommandLine();
  readonly #paths = new Map<string, string>();
  #lock: InstanceLock | undefined;
  #isQuitting = false;
  #isExiting = false;

  get name(): string {
    return runtime.facts.name;
  }
  set name(name: string) {
    runtime.facts.name = name;
  }
  get isPackaged(): boolean {
    return runtime.facts.isPackaged;
  }
  whenReady = (): Promise<void> => ready.promise;
  isReady = (): boolean => runtime.isReady;
  getName = (): string => runtime.facts.name;
  setName(name: string): void {
    runtime.facts.name = name;
  }
  getVersion = (): string => runtime.facts.version;
  getAppPath = (): string => runtime.facts.appPath;
  getLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;
  setAppUserModelId(_id: string): void {}
  enableSandbox(): void {
    if (runtime.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    this.commandLine.appendSwitch('disable-gpu');
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    const home = homedir();
    const settings = process.env.XDG_CONFIG_HOME ?? join(home, '.config');
    const known: Record<string, string> = {
      home,
      appData: settings,
      userData: join(settings, this.name),
      sessionData: join(settings, this.name),
      logs: join(settings, this.name, 'logs'),
      temp: tmpdir(),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      desktop: join(home, 'Desktop'),
      exe: process.env.KEYWARD_SHELL_EXECUTABLE ?? process.execPath,
    };
    const path = this.#paths.get(name) ?? known[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  requestSingleInstanceLock(): boolean {
    this.#lock ??= takeInstanceLock(this.getPath('userData'), ({ argv, cwd }) =>
      this.emit('second-instance', {}, argv, cwd),
    );
    return this.#lock.isOwner;
  }
  hasSingleInstanceLock = (): boolean => this.#lock?.isOwner === true;
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  /** Asks every window to close; a window that prevents it stops the quitting. */
  quit(): void {
    if (this.#isQuitting || this.#isExiting) return;
    if (this.#isPrevented('before-quit')) return;
    this.#isQuitting = true;
    const windows = [...runtime.windows.values()];
    if (windows.length === 0) this.#finishQuit();
    for (const window of windows) window.close();
    // Whoever is still here after a turn without having closed has refused.
    if (windows.some((window) => !window.isDestroyed())) setTimeout(() => this.#giveUpQuit(), 5000).unref();
  }
  exit(code = 0): void {
    if (this.#isExiting) return;
    this.#isExiting = true;
    this.emit('quit', {}, code);
    const told = this.#lock?.told;
    this.#lock?.release();
    void Promise.all([told, runtime.browser?.stop()]).then(() => process.exit(code));
  }
  relaunch(): void {
    throw new Error('chromium shell: app.relaunch is not emulated');
  }

  /** Called by a window when it is gone. */
  windowClosed(): void {
    if (runtime.windows.size > 0) return;
    if (this.#isQuitting) this.#finishQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }
  /** Called by the launcher when Chromium runs. Both words go through members, which a test driver replaces. */
  becomeReady(): void {
    runtime.isReady = true;
    this.emit('ready', {}, {});
    ready.resolve();
  }
  get isLeaving(): boolean {
    return this.#isExiting;
  }
  get executableFolder(): string {
    return dirname(this.getPath('exe'));
  }

  #finishQuit(): void {
    this.#isQuitting = false;
    if (!this.#isPrevented('will-quit')) this.exit(0);
  }
  #giveUpQuit(): void {
    this.#isQuitting = false;
  }
  #isPrevented(name: string): boolean {
    let isPrevented = false;
    this.emit(name, {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    return isPrevented;
  }
}
guardClass('app', App);
export const app = new App();
