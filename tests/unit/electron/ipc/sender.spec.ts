// Only the main frame of our own page may ask anything.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isOwnSender } from '../../../../electron/ipc/sender.ts';

describe('a sender', () => {
  it('is ours at app://ui in the main frame', () => {
    expect(isOwnSender({ url: 'app://ui/index.html#/users', isMainFrame: true })).toBe(true);
  });

  it.each([
    ['an inner frame', 'app://ui/index.html', false],
    ['another host', 'app://ui.example/index.html', true],
    ['a host with a port', 'app://ui:80/index.html', true],
    ['a name before the host', 'app://ui@evil/index.html', true],
    ['a name before our host', 'app://evil@ui/index.html', true],
    ['another scheme', 'https://ui/index.html', true],
    ['a file', 'file:///ui/index.html', true],
    ['an empty page', 'about:blank', true],
    ['no page', '', true],
    ['nonsense', 'app:ui', true],
  ])('is refused from %s', (_what, url, isMainFrame) => {
    expect(isOwnSender({ url, isMainFrame })).toBe(false);
  });

  test.prop([fc.webUrl({ withFragments: true, withQueryParameters: true })])('is never a web page', (url) => {
    expect(isOwnSender({ url, isMainFrame: true })).toBe(false);
  });
});
