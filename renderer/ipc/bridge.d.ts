// The one door to the main process, as the preload exposes it.

interface KeywardBridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** Tells of a lock that did not come from this page; returns how to stop listening. */
  onLocked(listener: () => void): () => void;
}

interface Window {
  readonly keyward: KeywardBridge;
}
