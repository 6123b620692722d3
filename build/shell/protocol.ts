// protocol and net: pages of the app's own scheme, answered by the app itself.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseUnknown } from './guard.ts';
import { runtime } from './runtime.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const HOST_END = '.app.invalid';

// Chromium aborts a navigation to an unknown scheme, so app://ui/x travels as https://ui.app.invalid/x.
// One scheme is enough for one app; its name is put back on the way in.
let scheme = 'app';

/** The URL Chromium is given for one of the app's own; others stay as they are. */
export function toBrowserUrl(url: string): string {
  const match = new RegExp(`^${scheme}://([^/?#]+)(.*)$`).exec(url);
  return match ? `https://${match[1]}${HOST_END}${match[2] || '/'}` : url;
}

/** The app's own URL for one seen in Chromium. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/?#]+)\.app\.invalid(?::443)?(\/.*)?$/.exec(url);
  return match ? `${scheme}://${match[1]}${match[2] ?? '/'}` : url;
}

/** scheme and host, as Electron gives it for its privileged schemes; Node's URL says "null" for those. */
export function originOf(url: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/.exec(url);
  return match ? match[0] : 'null';
}

/** Whether the app itself answers this URL. */
export const isAppUrl = (url: string): boolean => url.startsWith(`${scheme}://`);

/** The app's answer to one request, or null where no handler is registered. */
export async function answerAppRequest(request: {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}): Promise<Response | null> {
  const handler = handlers.get(scheme);
  if (!handler) return null;
  const init: RequestInit = { method: request.method, headers: request.headers };
  if (request.body !== undefined) init.body = request.body;
  return handler(new Request(request.url, init));
}

export const protocol = refuseUnknown('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    if (runtime.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    const first = schemes[0];
    if (!first || schemes.length > 1) throw new Error('chromium shell: more than one scheme is not emulated');
    scheme = first.scheme;
  },
  handle(name: string, handler: Handler): void {
    if (!runtime.isReady) throw new Error('protocol.handle should be called after app is ready');
    if (name !== scheme) throw new Error(`chromium shell: protocol.handle of ${name} is not emulated`);
    handlers.set(name, handler);
  },
  unhandle(name: string): void {
    handlers.delete(name);
  },
  isProtocolHandled: (name: string): boolean => handlers.has(name),
});

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};

export const net = refuseUnknown('net', {
  async fetch(url: string): Promise<Response> {
    if (!url.startsWith('file:')) throw new Error('chromium shell: net.fetch of anything but file: is not emulated');
    const path = fileURLToPath(url);
    try {
      return new Response(await readFile(path), { headers: { 'content-type': TYPES[extname(path)] ?? '' } });
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    }
  },
});
