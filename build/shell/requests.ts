// Every request of every page stops here: the app answers its own scheme, everything else fails.
import type { Browser } from './browser.ts';
import type { CdpEvents } from './cdp.ts';
import { answerAppRequest, isAppUrl, toAppUrl } from './protocol.ts';
import { mayRequest } from './session.ts';
import { WebContents } from './webContents.ts';

type Paused = CdpEvents['Fetch.requestPaused'];

const TYPES: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  WebSocket: 'webSocket',
};

/** Takes over all requests of the browser. On the browser's session it also sees workers, favicons and frames. */
export async function interceptRequests(browser: Browser): Promise<void> {
  const { cdp } = browser;
  const refuse = (paused: Paused, errorReason: string): Promise<unknown> =>
    cdp.send('Fetch.failRequest', { requestId: paused.requestId, errorReason });

  const answer = async (paused: Paused): Promise<void> => {
    const url = toAppUrl(paused.request.url);
    const contents = WebContents.ofFrame(paused.frameId);
    const isDocument = paused.resourceType === 'Document';
    const isMainFrame = isDocument && contents?.targetId === paused.frameId;
    if (browser.isPopup(paused.frameId) || (isDocument && contents && !contents.mayNavigate(url, isMainFrame))) {
      // BlockedByClient would put an error page in place of the app.
      await refuse(paused, 'Aborted');
      return;
    }
    const resourceType = isDocument && !isMainFrame ? 'subFrame' : (TYPES[paused.resourceType] ?? 'other');
    const details = { url, method: paused.request.method, resourceType };
    const isAllowed = await mayRequest(contents ? { ...details, webContentsId: contents.id } : details);
    const { method, headers, postData: body } = paused.request;
    const response = isAllowed && isAppUrl(url) ? await answerAppRequest({ url, method, headers, body }) : null;
    if (!response) {
      if (isMainFrame) contents.loadFailed(isAllowed ? 'ERR_NAME_NOT_RESOLVED' : 'ERR_BLOCKED_BY_CLIENT', url);
      await refuse(paused, isDocument ? 'Aborted' : 'BlockedByClient');
      return;
    }
    await cdp.send('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  };
  cdp.on('Fetch.requestPaused', (paused) => {
    answer(paused).catch((error: unknown) => {
      if (process.env.KEYWARD_SHELL_LOG) console.error(error);
      return refuse(paused, 'Failed').catch(() => undefined);
    });
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
