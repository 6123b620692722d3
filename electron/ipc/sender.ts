// Refuses anything but the main frame of our window at our own origin.
import type { Sender } from './stages.ts';

/** The app's own origin: everything the window shows comes from here. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'ui';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Whether a call may be looked at at all. Anything that cannot be read as our own page is not ours.
 *  Compares scheme and host: outside Chromium the origin of such a URL reads as "null". */
export function isOwnSender(sender: Sender): boolean {
  if (!sender.isMainFrame || !URL.canParse(sender.url)) return false;
  const { protocol, host, username, password } = new URL(sender.url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === '';
}
