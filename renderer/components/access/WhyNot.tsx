// "Why not?" under a refusal: asks for the explanation of one's own call, and shows it in place (S2.14).
import { Button, Loader, Text } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { RefusedCall } from '../../ipc/refusedCalls.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { ExplanationView } from './ExplanationView.tsx';

/** Whoever may see users is shown the checks and what would help; everybody else the rule and who can give the right. */
export function WhyNot({ call }: { readonly call: RefusedCall }) {
  const { subject } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (subject === null) return null;
  return isOpen ? (
    <Answer userId={subject.userId} call={call} />
  ) : (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<CircleHelp size={14} aria-hidden />}
      onClick={() => setIsOpen(true)}
    >
      Why not?
    </Button>
  );
}

function Answer({ userId, call }: { readonly userId: string; readonly call: RefusedCall }) {
  const { value, refusal } = useQuery('access.explain', { userId, ...call });
  if (value !== undefined) return <ExplanationView explanation={value} />;
  if (refusal !== null) return <Text size="sm">{refusal.message}</Text>;
  return <Loader size="sm" aria-label="Looking why" />;
}
