/** Whether Chromium is there, after trying to install it; `advice` says what to do when it is not. */
export function ensureChromium(): { isThere: boolean; advice: string };
