// Adds a product to the draft of an order.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { parseCents } from '../../components/record/showCents.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { parseWhole } from './parseWhole.ts';

const EMPTY = { productId: '', quantity: '', price: '' };
type Problems = Partial<typeof EMPTY>;

export function AddLine({ orderId }: { readonly orderId: string }) {
  const [typed, setTyped] = useState(EMPTY);
  const [problems, setProblems] = useState<Problems>({});
  const [count, setCount] = useState(0);
  const create = useCommand('orderLine.create');
  const set = (part: Partial<typeof EMPTY>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblems({});
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const quantity = parseWhole(typed.quantity);
    const unitCents = typed.price.trim() === '' ? null : parseCents(typed.price);
    const found: Problems = {
      ...(typed.productId === '' ? { productId: 'Choose a product.' } : {}),
      ...(quantity === null || quantity < 1 ? { quantity: 'A whole number.' } : {}),
      ...(typed.price.trim() !== '' && unitCents === null ? { price: 'Such as 12.50.' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0 || quantity === null) return;
    const added = await create.run({ fields: { orderId, productId: typed.productId, quantity, unitCents } });
    if (added === null) return;
    setTyped(EMPTY);
    setCount(count + 1);
  };
  return (
    <form onSubmit={(event) => void add(event)} aria-label="Add a line" noValidate>
      <Stack gap="xs">
        <Group gap="xs" align="flex-start">
          <div style={{ flex: '1 1 180px' }}>
            <ReferenceSelect
              key={count}
              typeName="product"
              label="Product"
              isRequired
              value={typed.productId}
              chosenLabel={undefined}
              error={problems.productId}
              onChange={(productId) => set({ productId })}
            />
          </div>
          <TextInput
            w={90}
            label="Quantity"
            required
            inputMode="numeric"
            value={typed.quantity}
            error={problems.quantity}
            onChange={(event) => set({ quantity: event.currentTarget.value })}
          />
          <TextInput
            w={110}
            label="Price each"
            inputMode="decimal"
            leftSection="$"
            value={typed.price}
            error={problems.price}
            onChange={(event) => set({ price: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" mt={22} loading={create.isRunning}>
            Add the line
          </Button>
        </Group>
        {create.refusal === null ? null : <RefusalCard refusal={create.refusal} onClose={create.clearRefusal} />}
      </Stack>
    </form>
  );
}
