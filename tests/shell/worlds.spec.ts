// Contract of the shell: the page's world, the preload's world and the main process stay apart.
import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDemo } from './launchDemo.ts';

let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  ({ app, page } = await launchDemo());
});
afterAll(() => app.close());

describe('the page of an app in the shell', () => {
  it('sees nothing of Node, of Electron or of the shell', async () => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'ipcRenderer',
      '__chromiumShellSend',
      '__chromiumShellDeliver',
    ];
    const types = await page.evaluate((asked) => asked.map((name) => typeof Reflect.get(globalThis, name)), names);
    expect(types).toEqual(names.map(() => 'undefined'));
  });

  it('gets the exposed object frozen, under one name that cannot be replaced', async () => {
    const found = await page.evaluate(() => ({
      isFrozen: Object.isFrozen(demo),
      isFunctionFrozen: Object.isFrozen(demo.echo),
      descriptor: Object.getOwnPropertyDescriptor(window, 'demo'),
    }));
    expect(found).toMatchObject({ isFrozen: true, isFunctionFrozen: true });
    expect(found.descriptor).toMatchObject({ writable: false, configurable: false });
  });

  it('gets an empty object where the preload returns one of its own instances', async () => {
    expect(await page.evaluate(() => Reflect.ownKeys(demo.leak()).length)).toBe(0);
  });

  it('calls, is called back, and gets the words of an error', async () => {
    expect(await page.evaluate(() => demo.now())).toBe(7);
    expect(await page.evaluate(() => demo.twice(async (n) => n * 10))).toBe(30);
    expect(await page.evaluate(() => demo.fail().catch((error: Error) => error.message))).toBe(
      "Error invoking remote method 'fail': TypeError: no such thing",
    );
    const thrown = await page.evaluate(() => {
      try {
        return demo.throwHere();
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(thrown).toBe('too far');
  });

  it('hears what main sends until it stops listening', async () => {
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Reflect.set(window, 'heard', heard);
      Reflect.set(
        window,
        'stop',
        demo.onNews((news) => heard.push(news)),
      );
    });
    const send = (news: string): Promise<void> =>
      app.evaluate(({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.send('news', text), news);
    await send('first');
    await page.waitForFunction(() => Reflect.get(window, 'heard').length === 1);
    await page.evaluate(() => Reflect.get(window, 'stop')());
    await send('second');
    await page.evaluate(() => demo.echo(0));
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['first']);
  });

  it('cannot learn the bridge or reach Node by patching built-ins', async () => {
    const stolen = await page.evaluate(async () => {
      const caught: string[] = [];
      const note = (what: string): void => void caught.push(what);
      const { dispatchEvent, addEventListener } = EventTarget.prototype;
      const { call, apply } = Function.prototype;
      const originalThen = Promise.prototype.then;
      const setters = Object.getOwnPropertyDescriptor(Array.prototype, '0');
      EventTarget.prototype.dispatchEvent = function (event) {
        note('dispatch');
        return dispatchEvent.call(this, event);
      };
      EventTarget.prototype.addEventListener = () => note('listen');
      Function.prototype.call = function (...args) {
        note('call');
        return Reflect.apply(apply, this, [args[0], args.slice(1)]);
      };
      const pending = demo.echo({ list: [1, { two: 2 }] });
      EventTarget.prototype.dispatchEvent = dispatchEvent;
      EventTarget.prototype.addEventListener = addEventListener;
      Function.prototype.call = call;
      await originalThen.call(pending, () => undefined);
      return { caught, setters };
    });
    expect(stolen).toEqual({ caught: [], setters: undefined });
  });
});

describe('a message between page and main', () => {
  it('arrives as a structured clone, in both directions', async () => {
    const found = await page.evaluate(async () => {
      const given = {
        date: new Date(5),
        map: new Map<unknown, unknown>([[1, { nothing: undefined }]]),
        set: new Set(['a']),
        bytes: new Uint8Array([1, 2, 255]),
        floats: new Float64Array([0.5]),
        big: 12345678901234567890n,
        numbers: [Number.NaN, Number.POSITIVE_INFINITY, -0],
        dollar: { $: 'o', v: 1 },
        text: 'é\u0000💊',
      };
      const { value } = (await demo.echo(given)) as { value: typeof given };
      return {
        date: value.date.getTime(),
        map: [...value.map.keys(), Object.keys(value.map.get(1) as object)],
        set: [...value.set],
        bytes: [value.bytes.constructor.name, ...value.bytes],
        floats: [value.floats.constructor.name, ...value.floats],
        big: String(value.big),
        numbers: value.numbers.map((n) => (Object.is(n, -0) ? '-0' : String(n))),
        dollar: value.dollar,
        text: value.text,
      };
    });
    expect(found).toEqual({
      date: 5,
      map: [1, ['nothing']],
      set: ['a'],
      bytes: ['Uint8Array', 1, 2, 255],
      floats: ['Float64Array', 0.5],
      big: '12345678901234567890',
      numbers: ['NaN', 'Infinity', '-0'],
      dollar: { $: 'o', v: 1 },
      text: 'é\u0000💊',
    });
  });

  it('names the frame it came from, at the app’s own address', async () => {
    expect(await page.evaluate(() => demo.echo(1))).toEqual({ value: 1, url: 'app://ui/index.html', isTop: true });
  });

  it('cannot come from an inner frame, which gets no preload', async () => {
    const inner = page.frames().find((frame) => frame !== page.mainFrame());
    expect(inner && (await inner.evaluate(() => typeof Reflect.get(window, 'demo')))).not.toBe('object');
  });
});
