// How long a patient's record stays on the screen of the desk (S1.23).
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { KIOSK_IDLE_MS, kioskRules, sessionState } from '../../../../shared/session/timeout.ts';

const rules = fc.record({
  idleTimeoutMs: fc.integer({ min: 1, max: 86_400_000 }),
  sessionTimeoutMs: fc.integer({ min: 1, max: 86_400_000 }),
});

describe('the rules of a kiosk', () => {
  property.prop([rules])('S1.23 never wait longer than the practice does, nor than two minutes', (given) => {
    const kiosk = kioskRules(given);
    expect(kiosk.idleTimeoutMs).toBeLessThanOrEqual(given.idleTimeoutMs);
    expect(kiosk.idleTimeoutMs).toBeLessThanOrEqual(KIOSK_IDLE_MS);
    expect(kiosk.sessionTimeoutMs).toBe(given.sessionTimeoutMs);
  });

  property.prop([rules, fc.nat({ max: 86_400_000 })])(
    'S1.23 end a session wherever those of the practice would',
    (given, nowMs) => {
      const times = { startedAtMs: 0, lastInputAtMs: 0, lastPermittedCallAtMs: 0 };
      const isOver = (state: string) => state === 'idle' || state === 'expired';
      if (isOver(sessionState(times, given, nowMs)))
        expect(isOver(sessionState(times, kioskRules(given), nowMs))).toBe(true);
    },
  );
});
