// app://ui/: what is served, under which policy, and what is not there.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AppPages, contentPolicy, createAppPages } from '../../../electron/appPages.ts';

let pages: AppPages;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-pages-'));
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    '<html><head><meta name="csp-nonce" content="old"><title>x</title></head></html>',
  );
  writeFileSync(join(root, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'notes.secret'), 'not a page');
  writeFileSync(join(folder, 'outside.html'), 'outside');
  pages = createAppPages(root);
});

const get = (url: string, method = 'GET') => pages.answer(new Request(url, { method }));

describe('the pages of the app', () => {
  it('come with a fresh nonce that header and page agree on', async () => {
    const nonceOf = async () => {
      const response = await get('app://ui/index.html');
      const html = await response.text();
      const inPage = [...html.matchAll(/<meta name="csp-nonce" content="([^"]+)">/g)].map((match) => match[1]);
      expect(inPage).toHaveLength(1);
      expect(response.headers.get('content-security-policy')).toBe(contentPolicy(inPage[0] ?? ''));
      return inPage[0];
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  it('allow no inline script, no eval, no other site, no frame', () => {
    const policy = contentPolicy('n');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  });

  it('are files of known kinds inside the folder, asked for by GET', async () => {
    const script = await get('app://ui/assets/app.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['a file that is not there', 'app://ui/nothing.js', 'GET'],
    ['a path out of the folder', 'app://ui/..%2foutside.html', 'GET'],
    ['a path out of the folder, twice encoded', 'app://ui/%252e%252e/outside.html', 'GET'],
    ['a path that is not one', 'app://ui/%ff%fe', 'GET'],
    ['a path with a NUL', 'app://ui/index.html%00.js', 'GET'],
    ['a kind of file that is not a page', 'app://ui/assets/notes.secret', 'GET'],
    ['another host', 'app://other/index.html', 'GET'],
    ['another method', 'app://ui/index.html', 'POST'],
  ])('are not %s', async (_what, url, method) => {
    expect((await get(url, method)).status).toBe(404);
  });
});

describe('a document for paper', () => {
  it('can be loaded once, runs nothing and loads nothing', async () => {
    const url = pages.keepForPrinting('<h1>Report</h1>');
    const first = await get(url);
    expect(await first.text()).toBe('<h1>Report</h1>');
    expect(first.headers.get('content-security-policy')).not.toContain('script-src');
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await get(url)).status).toBe(404);
  });
});
