// What app://ui/ answers: the built pages with the strict content policy, and one-time documents for printing.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { isOwnSender } from './ipc/sender.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const PRINT_PATH = '/print/';

/** The policy of the app's pages. Styles need the nonce of this one response, scripts must come from the app's files.
 *  Source: stack.md section 3, the policy that ran without a violation. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Paper runs no script, loads nothing and may carry its own styles. */
const PRINT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface AppPages {
  answer(request: Request): Promise<Response>;
  /** Keeps a document for one single load and gives the URL to load it from. */
  keepForPrinting(html: string): string;
}

/** Serves the built renderer from `root`. Anything but GET of an existing file of ours is 404. */
export function createAppPages(root: string): AppPages {
  const printable = new Map<string, string>();

  const answer = async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' || !isOwnSender({ url: request.url, isMainFrame: true })) return notFound();
    const path = new URL(request.url).pathname;
    if (path.startsWith(PRINT_PATH)) {
      const html = printable.get(path);
      printable.delete(path);
      return html === undefined ? notFound() : page(html, PRINT_POLICY);
    }
    const file = fileWithin(root, path === '/' ? '/index.html' : path);
    const type = file === null ? undefined : TYPES[extname(file)];
    if (file === null || type === undefined) return notFound();
    let bytes: Buffer<ArrayBuffer>;
    try {
      bytes = Buffer.from(await readFile(file));
    } catch {
      return notFound();
    }
    if (extname(file) === '.html') {
      const nonce = randomBytes(18).toString('base64');
      return page(withNonce(bytes.toString('utf8'), nonce), contentPolicy(nonce));
    }
    return new Response(bytes, { headers: { ...GUARDS, 'content-type': type } });
  };

  return {
    answer,
    keepForPrinting(html) {
      const path = `${PRINT_PATH}${randomUUID()}`;
      printable.set(path, html);
      return `app://ui${path}`;
    },
  };
}

const GUARDS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function page(html: string, policy: string): Response {
  return new Response(html, {
    headers: { ...GUARDS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: { ...GUARDS, 'content-type': 'text/plain' } });
}

/** The page reads its nonce from a meta element; there is exactly one, and it is ours. */
function withNonce(html: string, nonce: string): string {
  const bare = html.replace(/<meta\s+name="csp-nonce"[^>]*>/gi, '');
  return bare.replace(/<head[^>]*>/i, (head) => `${head}<meta name="csp-nonce" content="${nonce}">`);
}

/** The file a path means inside `root`, or null for one that leads out of it or cannot be read as a path. */
function fileWithin(root: string, path: string): string | null {
  try {
    const file = normalize(join(root, decodeURIComponent(path)));
    return file.startsWith(root + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}
