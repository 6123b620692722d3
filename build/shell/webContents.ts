// webContents: one page, its loading, its messages and what it may navigate to.
import { EventEmitter } from 'node:events';
import type { Browser, Target } from './browser.ts';
import { encodeClone } from './clone.ts';
import { guardClass } from './guard.ts';
import { answerPreload, type Frame } from './ipc.ts';
import { toPdfOptions } from './pdf.ts';
import { originOf, toAppUrl, toBrowserUrl } from './protocol.ts';
import { BINDING, PRELOAD_WORLD, type PreloadMessage, worldScripts } from './worlds.ts';

type OpenHandler = (details: { url: string; frameName: string; features: string; disposition: string }) => {
  action: string;
};
type Cancellable = { url: string; isMainFrame: boolean; defaultPrevented: boolean; preventDefault(): void };

const all = new Map<number, WebContents>();
const frames = new Map<string, WebContents>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly mainFrame: Frame;
  readonly #browser: Browser;
  readonly #preload: string;
  readonly #closeWindow: () => void;
  #target: Target | undefined;
  #preloadContext: number | undefined;
  #url = '';
  #asked: string | undefined;
  #load: PromiseWithResolvers<void> | undefined;
  #openHandler: OpenHandler | undefined;

  constructor(browser: Browser, preload: string, closeWindow: () => void) {
    super();
    this.#browser = browser;
    this.#preload = preload;
    this.#closeWindow = closeWindow;
    const url = (): string => this.getURL();
    this.mainFrame = {
      get url() {
        return url();
      },
      get origin() {
        return originOf(url());
      },
      parent: null,
    };
    all.set(this.id, this);
  }

  static getAllWebContents = (): WebContents[] => [...all.values()];
  static fromId = (id: number): WebContents | undefined => all.get(id);
  static fromDevToolsTargetId = (id: string): WebContents | undefined => frames.get(id);
  static ofFrame = (id: string): WebContents | undefined => frames.get(id);

  get targetId(): string | undefined {
    return this.#target?.targetId;
  }
  get session(): string {
    if (!this.#target) throw new Error('chromium shell: nothing is loaded in this window yet');
    return this.#target.session;
  }
  getURL = (): string => toAppUrl(this.#url);
  getTitle = (): Promise<unknown> => this.executeJavaScript('document.title');
  isDestroyed = (): boolean => !all.has(this.id);
  isDevToolsOpened = (): boolean => false;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  close(_options?: object): void {
    this.#closeWindow();
  }

  /** Makes a paused page ours: both worlds, the binding and the events, before its first byte.
   *  A paused page answers only once it runs, so nothing here can be waited for; the order is kept all the same. */
  adopt(target: Target): void {
    this.#target = target;
    frames.set(target.targetId, this);
    const { cdp } = this.#browser;
    const { session } = target;
    const send = (method: string, params?: object): void => {
      cdp.send(method, params, session).catch(() => undefined);
    };
    cdp.on('Page.frameAttached', ({ frameId }) => frames.set(frameId, this), session);
    cdp.on('Page.frameNavigated', ({ frame }) => !frame.parentId && this.#committed(frame.url), session);
    const moved = ({ frameId, url }: { frameId: string; url: string }): void => {
      if (frameId === target.targetId) this.#url = url;
    };
    cdp.on('Page.navigatedWithinDocument', moved, session);
    // A reload by the window's own means or a test driver is nobody's navigation.
    const reloads = ({
      frameId,
      url,
      navigationType,
    }: {
      frameId: string;
      url: string;
      navigationType: string;
    }): void => {
      if (frameId === target.targetId && navigationType.startsWith('reload')) this.#asked = toAppUrl(url).split('#')[0];
    };
    cdp.on('Page.frameStartedNavigating', reloads, session);
    cdp.on('Page.domContentEventFired', () => this.emit('dom-ready', {}), session);
    cdp.on('Page.loadEventFired', () => this.#loaded(), session);
    cdp.on('Runtime.executionContextCreated', ({ context }) => this.#sawContext(context), session);
    cdp.on('Runtime.bindingCalled', (call) => void this.#heard(call), session);
    cdp.on(
      'Inspector.targetCrashed',
      () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
      session,
    );
    const scripts = worldScripts(this.#preload);
    send('Page.enable');
    send('Runtime.enable');
    send('Inspector.enable');
    send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD });
    send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
    send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: PRELOAD_WORLD });
  }

  /** Starts a load the app itself asked for; resolves when it is done, rejects in Electron's words. */
  beginLoad(url: string): Promise<void> {
    this.#asked = url.split('#')[0];
    this.#load = Promise.withResolvers<void>();
    return this.#load.promise;
  }
  async navigate(url: string): Promise<void> {
    const loaded = this.beginLoad(url);
    await Promise.all([loaded, this.#browser.cdp.send('Page.navigate', { url: toBrowserUrl(url) }, this.session)]);
  }
  loadFailed(reason: string, url: string): void {
    const load = this.#load;
    this.#load = undefined;
    this.emit('did-fail-load', {}, reason === 'ERR_NAME_NOT_RESOLVED' ? -105 : -20, reason, url, true);
    load?.reject(new Error(`${reason} loading '${url}'`));
  }
  reload(): void {
    this.#browser.cdp.send('Page.reload', {}, this.session).catch(() => undefined);
  }

  /** Whether a document may load: the app's own loads always, others unless a listener prevents it. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#asked === url.split('#')[0]) {
      this.#asked = undefined;
      return true;
    }
    const event: Cancellable = {
      url,
      isMainFrame,
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true;
      },
    };
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
  popupAsked(url: string): void {
    const answer = this.#openHandler?.({
      url: toAppUrl(url),
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
    });
    if (answer?.action === 'allow') throw new Error('chromium shell: a child window is not emulated');
  }

  send(channel: string, ...args: unknown[]): void {
    this.#deliver(JSON.stringify({ channel, value: encodeClone(args) }));
  }
  async executeJavaScript(code: string): Promise<unknown> {
    const answer = await this.#browser.cdp.send<{ result: { value?: unknown }; exceptionDetails?: { text: string } }>(
      'Runtime.evaluate',
      { expression: code, awaitPromise: true, returnByValue: true, userGesture: true },
      this.session,
    );
    if (answer.exceptionDetails) throw new Error('Script failed to execute, this normally means an error was thrown.');
    return answer.result.value;
  }
  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const { data } = await this.#browser.cdp.send<{ data: string }>(
      'Page.captureScreenshot',
      { format: 'png' },
      this.session,
    );
    return { toPNG: () => Buffer.from(data, 'base64') };
  }
  async printToPDF(options: Record<string, unknown> = {}): Promise<Buffer> {
    const { data } = await this.#browser.cdp.send<{ data: string }>(
      'Page.printToPDF',
      toPdfOptions(options),
      this.session,
    );
    return Buffer.from(data, 'base64');
  }

  /** The page is gone, by whatever hand. */
  gone(): void {
    all.delete(this.id);
    for (const [frame, owner] of frames) if (owner === this) frames.delete(frame);
    if (this.#target) this.#browser.cdp.forget(this.#target.session);
    this.#load?.reject(new Error(`ERR_ABORTED (-3) loading '${this.getURL()}'`));
    this.emit('destroyed');
  }

  #committed(url: string): void {
    this.#url = url;
    this.emit('did-navigate', {}, this.getURL());
  }
  #loaded(): void {
    const load = this.#load;
    this.#load = undefined;
    load?.resolve();
    this.emit('did-finish-load', {});
  }
  #sawContext(context: { id: number; name: string; auxData?: { frameId?: string } }): void {
    if (context.name === PRELOAD_WORLD && context.auxData?.frameId === this.targetId) this.#preloadContext = context.id;
  }
  #deliver(text: string, contextId = this.#preloadContext): void {
    if (contextId === undefined) return;
    const expression = `__chromiumShellDeliver(${JSON.stringify(text)})`;
    this.#browser.cdp.send('Runtime.evaluate', { expression, contextId }, this.session).catch(() => undefined);
  }
  async #heard(call: { name: string; payload: string; executionContextId: number }): Promise<void> {
    if (call.name !== BINDING) return;
    this.#preloadContext = call.executionContextId;
    const message = JSON.parse(call.payload) as PreloadMessage;
    const url = toAppUrl(message.url);
    const reply = await answerPreload(this, { url, origin: originOf(url), parent: null }, message);
    if (reply !== null && !this.isDestroyed()) this.#deliver(reply, call.executionContextId);
  }
}
guardClass('webContents', WebContents);
