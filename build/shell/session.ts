// session.defaultSession: permissions and the look at every request.
import { refuseUnknown } from './guard.ts';
import type { WebContents } from './webContents.ts';

type PermissionHandler = (
  contents: WebContents | null,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (contents: WebContents | null, permission: string, origin: string, details: object) => boolean;
type Outcome = { cancel?: boolean };
interface RequestDetails {
  id: number;
  url: string;
  method: string;
  resourceType: string;
  webContentsId?: number;
}
type RequestListener = (details: RequestDetails, callback: (outcome: Outcome) => void) => void;

let onRequest: PermissionHandler | null = null;
let onCheck: PermissionCheck | null = null;
let onBeforeRequest: RequestListener | null = null;
let lastRequestId = 0;

/** Chromium's name of each permission a page can ask for, and Electron's. */
const PERMISSIONS: Record<string, string> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'idle-detection': 'idle-detection',
  'window-management': 'window-management',
  'local-fonts': 'fileSystem',
  'storage-access': 'storage-access',
};

/** Asks the app once per permission; the answers stand for the whole window. Nothing is set where it has no handler. */
export async function permissionSettings(
  contents: WebContents,
  origin: string,
): Promise<{ name: string; setting: string }[]> {
  const settings: { name: string; setting: string }[] = [];
  for (const [name, electronName] of Object.entries(PERMISSIONS)) {
    const ask = onRequest;
    if (!ask && !onCheck) continue;
    const isAllowedByCheck = onCheck ? onCheck(contents, electronName, origin, {}) : true;
    const isGranted = ask ? await new Promise<boolean>((resolve) => ask(contents, electronName, resolve, {})) : true;
    settings.push({ name, setting: isAllowedByCheck && isGranted ? 'granted' : 'denied' });
  }
  return settings;
}

/** Whether the app's request listener lets a request go on. */
export function mayRequest(details: Omit<RequestDetails, 'id'>): Promise<boolean> {
  const listener = onBeforeRequest;
  if (!listener) return Promise.resolve(true);
  return new Promise((resolve) =>
    listener({ id: ++lastRequestId, ...details }, (outcome) => resolve(outcome.cancel !== true)),
  );
}

const defaultSession = refuseUnknown('session.defaultSession', {
  setPermissionRequestHandler(handler: PermissionHandler | null): void {
    onRequest = handler;
  },
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    onCheck = handler;
  },
  /** Devices (USB, serial, HID) do not exist in the shell. */
  setDevicePermissionHandler(_handler: ((details: object) => boolean) | null): void {},
  /** The shell asks for no spelling. */
  setSpellCheckerEnabled(_isEnabled: boolean): void {},
  on(_event: 'will-download', _listener: (event: { preventDefault(): void }) => void): void {},
  webRequest: refuseUnknown('session.defaultSession.webRequest', {
    onBeforeRequest(first: RequestListener | { urls: string[] } | null, second?: RequestListener | null): void {
      onBeforeRequest = typeof first === 'function' ? first : (second ?? null);
    },
  }),
});

export const session = refuseUnknown('session', { defaultSession });
