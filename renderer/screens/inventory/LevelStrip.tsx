// What is below its level, above the lists of products and stock.
import { Button, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './inventory.module.css';

interface LevelStripProps {
  /** Leads to the list of what is below; absent where that list is shown. */
  readonly onShow?: () => void;
}

/** Nothing at all while everything is above its level. */
export function LevelStrip({ onShow }: LevelStripProps) {
  const { value } = useQuery('stock.countBelow', {});
  if (value === undefined || value.count === 0) return null;
  const { count, names } = value;
  const rest = count - names.length;
  return (
    <section className={classes.strip} aria-label="Below level">
      <TriangleAlert size={16} aria-hidden />
      <Text size="sm" flex={1}>
        <b>{count === 1 ? '1 product is below its level:' : `${count} products are below their level:`}</b>{' '}
        {names.join(' · ')}
        {rest > 0 ? ` · and ${rest} more` : ''}
      </Text>
      {onShow === undefined ? null : (
        <Button variant="default" size="compact-sm" onClick={onShow}>
          Show them
        </Button>
      )}
    </section>
  );
}
