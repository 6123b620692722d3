// The names of the two IPC channels: one for every call, one for the only push. Adding a procedure adds no channel.

/** Carries every call from a window to the main process. */
export const CHANNEL = 'keyward:call';

/** Tells a window, without data, that its session was locked. */
export const LOCKED_CHANNEL = 'keyward:locked';
