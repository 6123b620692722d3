// The stock of one product: how many are on hand, what can be done, and the last movements.
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { MOVEMENT_KINDS, stockMovement } from '../../../shared/catalogue/records/stockMovement.ts';
import { FieldGroup } from '../../components/FieldGroup.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { showTime } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { useSession } from '../../session/useSession.ts';
import classes from './inventory.module.css';
import { type StockAct, StockActDialog } from './StockActDialog.tsx';

const MOVEMENT = stockMovement as unknown as RecordType;
const SHOWN_MOVEMENTS = 20;

export function StockPanel({ productId }: { readonly productId: string }) {
  const { can } = useSession();
  const [act, setAct] = useState<StockAct | null>(null);
  const { value, refusal, reload } = useQuery('stock.read', { id: productId });
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return null;
  const { onHand, unit, warnBelow, isBelow } = value;
  const button = (wanted: StockAct, label: string) => (
    <Button size="xs" variant="default" onClick={() => setAct(wanted)}>
      {label}
    </Button>
  );
  return (
    <FieldGroup name="Stock">
      <Stack gap="sm">
        <Group gap="sm" align="baseline">
          <span className={classes.onHand}>{onHand}</span>
          <Text size="sm">on hand ({unit})</Text>
          {isBelow ? (
            <span className={classes.below}>
              <TriangleAlert size={16} aria-hidden /> Below its level of {warnBelow}
            </span>
          ) : (
            <Text size="sm" c="dimmed">
              {warnBelow === 0 ? 'No level is set.' : `The level is ${warnBelow}.`}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          {can('inventory:update') ? button('count', 'Count…') : null}
          {can('inventory:create') ? button('use', 'Use…') : null}
          {can('inventory:update') ? button('correct', 'Correct…') : null}
        </Group>
        <Movements productId={productId} />
      </Stack>
      {act === null ? null : <StockActDialog act={act} stock={value} onClose={() => setAct(null)} />}
    </FieldGroup>
  );
}

function Movements({ productId }: { readonly productId: string }) {
  const { value } = useRecordQuery(MOVEMENT, 'find', {
    search: '',
    sort: 'movedAtMs',
    isDescending: true,
    filter: { movedAtMs: null, productId, kind: null },
    offset: 0,
    limit: SHOWN_MOVEMENTS,
  });
  if (value === undefined) return null;
  if (value.rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing has moved yet. Count the product to enter what is there.
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table aria-label="Last movements" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Kind</Table.Th>
            <Table.Th className={classes.number}>Quantity</Table.Th>
            <Table.Th>Reason</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {value.rows.map(({ id, values, labels }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {showTime(Number(values.movedAtMs))}
                <Text size="xs" c="dimmed">
                  {String(labels.movedById ?? '')}
                </Text>
              </Table.Td>
              <Table.Td>{MOVEMENT_KINDS[values.kind as keyof typeof MOVEMENT_KINDS]}</Table.Td>
              <Table.Td className={classes.number}>{signed(Number(values.quantity))}</Table.Td>
              <Table.Td>{String(values.reason)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function signed(quantity: number): string {
  return quantity > 0 ? `+${quantity}` : String(quantity).replace('-', '−');
}
