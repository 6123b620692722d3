// Types of findChromium.mjs.
export function findChromium(headless: boolean, env?: Record<string, string | undefined>): string | null;
