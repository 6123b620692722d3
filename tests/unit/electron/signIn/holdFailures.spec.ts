import { describe, expect, it } from 'vitest';
import type { Route } from '../../../../electron/ipc/router.ts';
import { holdFailures } from '../../../../electron/signIn/holdFailures.ts';
import { type RefusalCode, refuse } from '../../../../shared/errors.ts';

const RELEASE_MS = 400;
const OWN = { url: 'app://ui/index.html', isMainFrame: true };

/** A door that takes `workMs` and then refuses with `code`, or lets in when it is null. */
function doorThatTakes(workMs: number, code: RefusalCode | null): Route {
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, workMs));
    return code === null ? { ok: true, value: {} } : { ok: false, error: refuse(code, 'No.') };
  };
}

async function answerMs(door: Route, name: string): Promise<number> {
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now(), bootId: 'test' };
  const held = holdFailures(door, { clock, signInReleaseMs: RELEASE_MS });
  const started = performance.now();
  await held('A', OWN, name, {});
  return performance.now() - started;
}

// A timer may fire early by what both clocks round away.
const AT_LEAST_MS = RELEASE_MS - 10;

describe('holding failures', () => {
  it.each(['session.create', 'session.activate', 'session.recover'])(
    'S2.99 answers a refused %s at the same moment, however long the refusal took to find',
    async (name) => {
      for (const workMs of [0, 40])
        expect(await answerMs(doorThatTakes(workMs, 'UNAUTHENTICATED'), name)).toBeGreaterThanOrEqual(AT_LEAST_MS);
    },
  );

  it('keeps nobody waiting who is let in, and no other call', async () => {
    expect(await answerMs(doorThatTakes(0, null), 'session.create')).toBeLessThan(AT_LEAST_MS);
    expect(await answerMs(doorThatTakes(0, 'UNAUTHENTICATED'), 'user.find')).toBeLessThan(AT_LEAST_MS);
    expect(await answerMs(doorThatTakes(0, 'INVALID_INPUT'), 'session.activate')).toBeLessThan(AT_LEAST_MS);
  });
});
