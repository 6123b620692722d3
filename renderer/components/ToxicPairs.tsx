// Points out rights that should not meet in one hand (S1.18, S2.36).
import { Alert, List } from '@mantine/core';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { toxicPairsIn, toxicPairWords } from '../../shared/catalogue/toxicPairs.ts';

interface ToxicPairsProps {
  readonly held: Iterable<PermissionId>;
  /** Whether it changes while rights are ticked, and so is read out. */
  readonly isLive?: boolean;
}

/** Nothing where no pair meets. */
export function ToxicPairs({ held, isLive = false }: ToxicPairsProps) {
  const pairs = toxicPairsIn(held);
  if (pairs.length === 0) return null;
  return (
    <Alert
      variant="outline"
      color="gray"
      title="! Rights that should not meet in one hand"
      {...(isLive ? { role: 'status' } : { role: 'note' })}
    >
      <List size="sm">
        {pairs.map((pair) => (
          <List.Item key={`${pair.first} ${pair.second}`}>{toxicPairWords(pair)}.</List.Item>
        ))}
      </List>
    </Alert>
  );
}
