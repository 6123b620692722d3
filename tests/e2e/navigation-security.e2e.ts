// What a page of ours cannot do even when somebody gets a script into it: 0 executed, 0 leave.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

let server: Server;
let remote = '';
let hits = 0;

test.beforeAll(async () => {
  server = createServer((_request, response) => {
    hits++;
    response.end('reached');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.beforeEach(() => {
  hits = 0;
});
test.afterAll(() => server.close());

test('the page sees nothing of Node or Electron, and one frozen object of ours', async ({ page }) => {
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', '__dirname', 'electron'];
    const keyward: unknown = Reflect.get(window, 'keyward');
    return {
      visible: names.filter((name) => typeof Reflect.get(window, name) !== 'undefined'),
      members: Object.keys(keyward as object).sort(),
      isFrozen: Object.isFrozen(keyward),
      isReplaceable: Reflect.set(window, 'keyward', 1),
    };
  });
  expect(found).toEqual({ visible: [], members: ['call', 'onLocked'], isFrozen: true, isReplaceable: false });
});

test('no script runs that did not come with the app', async ({ page }) => {
  const ran = await page.evaluate(async () => {
    const attempts: (() => void)[] = [
      () => {
        const script = document.createElement('script');
        script.textContent = 'window.ranInline = 1';
        document.head.append(script);
      },
      () => {
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ranHandler = 1">');
      },
      () => {
        const link = document.createElement('a');
        link.href = 'javascript:window.ranLink = 1';
        document.body.append(link);
        link.click();
      },
      () => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<script>parent.ranFrame = 1</script>';
        document.body.append(frame);
      },
      () => Reflect.set(window, 'ranEval', Reflect.apply(Reflect.get(window, 'eval'), window, ['1'])),
      () =>
        Reflect.set(
          window,
          'ranFunction',
          Reflect.apply(Reflect.construct(Reflect.get(window, 'Function'), ['return 1']), window, []),
        ),
      () => {
        const script = document.createElement('script');
        script.src = 'data:text/javascript,window.ranData=1';
        document.head.append(script);
      },
    ];
    // In a task of its own, where the page's policy holds and not the debugger's.
    for (const attempt of attempts)
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          try {
            attempt();
          } catch {
            // Refused by the policy, as it should be.
          }
          resolve();
        }, 0);
      });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return Object.keys(window).filter((name) => name.startsWith('ran'));
  });
  expect(ran).toEqual([]);
});

test('nothing is fetched from and nothing leaves to anywhere else', async ({ page }) => {
  const outcome = await page.evaluate(async (url) => {
    const settled = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'reached',
        () => 'refused',
      );
    const loaded = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.body.append(element);
        setTimeout(reject, 2000);
      });
    const image = new Image();
    image.src = `${url}/image.png`;
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style.css` });
    return {
      fetch: await settled(fetch(`${url}/fetch`, { method: 'POST', body: 'x', mode: 'no-cors' })),
      image: await settled(loaded(image)),
      style: await settled(loaded(style)),
      beacon: navigator.sendBeacon(`${url}/beacon`, 'x') && 'queued',
    };
  }, remote);
  expect(outcome).toMatchObject({ fetch: 'refused', image: 'refused', style: 'refused' });
  await page.waitForTimeout(300);
  expect(hits).toBe(0);
});

test('the window stays on the app: no navigation, no second window, no frame of another site', async ({
  app,
  page,
}) => {
  await page.evaluate((url) => {
    Reflect.set(window, 'stillHere', true);
    window.open(`${url}/popup`);
    const link = Object.assign(document.createElement('a'), {
      href: `${url}/blank`,
      target: '_blank',
      rel: 'noopener',
    });
    const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' });
    const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` });
    document.body.append(link, form, frame);
    link.click();
    form.submit();
    window.location.href = `${url}/away`;
  }, remote);
  await page.waitForTimeout(500);
  const state = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().split('#')[0]),
  );
  expect(state).toEqual(['app://ui/index.html']);
  expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(true);
  expect(hits).toBe(0);
});

test('no permission is granted', async ({ page }) => {
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});
