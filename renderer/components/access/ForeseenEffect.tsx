// Inside a dialog that changes rights: what it would do to the expectations, told while the reason is still being typed (P6).
import { useEffect, useState } from 'react';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { call } from '../../ipc/client.ts';
import { useSession } from '../../session/useSession.ts';
import { type Effect, ExpectationEffect } from './ExpectationEffect.tsx';

export type TriedChange = CallInput<'expectation.preview'>['change'];

/** Looks once, at the change as it was when the dialog opened. Nothing where all stays as it is, for whoever does not see
 *  what is expected, and where the change would be refused: making it says why. */
export function ForeseenEffect({ change }: { readonly change: TriedChange }) {
  const { can } = useSession();
  const [tried] = useState(change);
  const [effect, setEffect] = useState<Effect | null>(null);
  const seesExpectations = can('user:read');
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const foreseen = await foresee(tried);
      if (!isGone) setEffect(foreseen);
    };
    if (seesExpectations) void look();
    return () => {
      isGone = true;
    };
  }, [tried, seesExpectations]);
  return effect === null ? null : <ExpectationEffect effect={effect} />;
}

/** What the change would do, or null where nothing is expected at all, so that the log tells of no look at nothing. */
export async function foresee(change: TriedChange): Promise<Effect | null> {
  const counted = await call('expectation.countBroken', {});
  if (!counted.ok || counted.value.count === 0) return null;
  const foreseen = await call('expectation.preview', { change });
  return foreseen.ok ? foreseen.value : null;
}
