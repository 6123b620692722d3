// Beside a change of rights that is about to be confirmed: what it would do to the expectations, told before it is (P6).
import { Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { call } from '../../ipc/client.ts';
import { useSession } from '../../session/useSession.ts';
import { type Effect, ExpectationEffect } from './ExpectationEffect.tsx';

export type TriedChange = CallInput<'expectation.preview'>['change'];

/** Looks once, at the change it was first shown with. Nothing where all stays as it is, for whoever does not see
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
  const warning = useRef<HTMLDivElement>(null);
  // It comes after the person has looked elsewhere, and a warning out of sight warns nobody.
  useEffect(() => {
    if (effect !== null && effect.breaks.length > 0) warning.current?.scrollIntoView({ block: 'nearest' });
  }, [effect]);
  if (effect === null || effect.breaks.length + effect.mends.length === 0) return null;
  return (
    <Stack gap="sm" ref={warning}>
      <ExpectationEffect effect={effect} />
    </Stack>
  );
}

/** What the change would do, or null where nothing is expected at all, so that the log tells of no look at nothing. */
export async function foresee(change: TriedChange): Promise<Effect | null> {
  const counted = await call('expectation.countBroken', {});
  if (!counted.ok || counted.value.count === 0) return null;
  const foreseen = await call('expectation.preview', { change });
  return foreseen.ok ? foreseen.value : null;
}
