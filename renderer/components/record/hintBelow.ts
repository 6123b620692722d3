// Where the hint of an input stands.

/** Below it, so that inputs side by side begin at one height. */
export const HINT_BELOW = ['label', 'input', 'description', 'error'] as const;
