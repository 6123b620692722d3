// The time of this computer's clock, renewed so that a line on the screen keeps up with it.
import { useEffect, useState } from 'react';

const RENEWED_AFTER_MS = 30_000;

/** UTC epoch milliseconds, not older than half a minute. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), RENEWED_AFTER_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
