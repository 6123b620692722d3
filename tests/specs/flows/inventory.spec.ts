// Products, orders and stock through the real core (S2.112, S2.22).
import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const { fields: PRODUCT } = PROCEDURES['product.create'].example;
const MOVEMENTS = PROCEDURES['stockMovement.find'].example;
const STOCK = PROCEDURES['stock.find'].example;
const reason = 'Monthly count.';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const addProduct = async (given: Partial<CallInput<'product.create'>['fields']> = {}) =>
  (await test.must('product.create', { fields: { ...PRODUCT, ...given } })).id;
const onHand = async (id: string) =>
  (await test.must('stock.find', STOCK)).rows.find((row) => row.id === id)?.onHand ?? null;
const count = (id: string, counted: number) => test.must('stock.count', { id, counted, reason });
const movementsOf = async (productId: string) =>
  (await test.must('stockMovement.find', { ...MOVEMENTS, filter: { ...MOVEMENTS.filter, productId } })).rows;
const log = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 10 })).entries;

/** An order of `quantity` of each product, placed. */
async function placedOrder(...lines: readonly (readonly [productId: string, quantity: number])[]) {
  const order = await test.must('purchaseOrder.create', { fields: { supplier: 'Harbor Medical Supply', note: '' } });
  for (const [productId, quantity] of lines)
    await test.must('orderLine.create', { fields: { orderId: order.id, productId, quantity, unitCents: 250 } });
  const { version } = await test.must('order.place', order);
  const read = await test.must('order.readLines', { id: order.id });
  return { id: order.id, version, lineIds: read.lines.map((line) => line.id), totalCents: read.totalCents };
}

describe('stock', () => {
  it('S2.112 is the sum of what was counted, used and corrected, each with its reason', async () => {
    const id = await addProduct();
    expect(await onHand(id)).toBe(0);
    expect(await count(id, 12)).toEqual({ onHand: 12, isBelow: false });
    expect(await test.must('stock.use', { id, quantity: 4, reason: 'Room 2.' })).toMatchObject({ onHand: 8 });
    expect(await test.must('stock.correct', { id, quantity: -1, reason: 'Torn.' })).toMatchObject({ onHand: 7 });
    expect(await count(id, 7)).toMatchObject({ onHand: 7 });
    expect((await movementsOf(id)).map(({ values }) => values.quantity).sort()).toEqual([-1, -4, 0, 12].sort());
    expect((await log('stock_used'))[0]).toMatchObject({
      why: 'Room 2.',
      objectLabel: `product ${PRODUCT.name}`,
      changes: [{ field: 'On hand', old: '12', new: '8' }],
    });
  });

  it('S2.112 is never less than nothing, in words', async () => {
    const id = await addProduct();
    await count(id, 3);
    for (const refused of [
      test.mustRefuse('stock.use', { id, quantity: 4, reason }),
      test.mustRefuse('stock.correct', { id, quantity: -4, reason }),
    ])
      expect(await refused).toMatchObject({ code: 'CONSTRAINT_VIOLATED', message: expect.stringContaining('Only 3') });
    expect(await test.mustRefuse('stock.correct', { id, quantity: 0, reason })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await onHand(id)).toBe(3);
  });

  it('S2.112 names what is below its level, in the list and in the strip, and leaves out what is not in use', async () => {
    const gauze = await addProduct({ warnBelow: 5 });
    const gloves = await addProduct({ name: 'Gloves', warnBelow: 1 });
    await addProduct({ name: 'Old form', isActive: false });
    await count(gloves, 1);
    const below = await test.must('stock.find', { ...STOCK, isBelowOnly: true });
    expect(below).toMatchObject({ total: 1, rows: [{ id: gauze, isBelow: true }] });
    expect(await test.must('stock.countBelow', {})).toEqual({ count: 1, names: [PRODUCT.name] });
    expect((await test.must('stock.find', STOCK)).rows.map(({ name }) => name)).toEqual([PRODUCT.name, 'Gloves']);
    const sorted = await test.must('stock.find', { ...STOCK, sort: 'onHand', isDescending: true, search: 'g' });
    expect(sorted.rows.map(({ id }) => id)).toEqual([gloves, gauze]);
  });

  it('S2.112 movements are never changed or deleted, and keep their product from being deleted', async () => {
    const id = await addProduct();
    await count(id, 1);
    expect(Object.keys(PROCEDURES).filter((name) => name.startsWith('stockMovement.'))).toEqual([
      'stockMovement.find',
      'stockMovement.export',
    ]);
    const refusal = await test.mustRefuse('product.delete', { id, version: 1, reason });
    expect(refusal.message).toContain('stock movements 1');
  });

  property.prop(
    [
      fc.array(fc.tuple(fc.constantFrom('count', 'use', 'correct'), fc.integer({ min: -9, max: 9 })), {
        maxLength: 12,
      }),
    ],
    { numRuns: 5 },
  )('S2.112 agrees with a plain tally after any acts, and never falls below nothing', async (acts) => {
    const id = await addProduct({ name: `Product ${acts.length}` });
    let tally = 0;
    for (const [act, number] of acts) {
      const size = Math.abs(number) + 1;
      if (act === 'count') tally = (await count(id, size)).onHand;
      else {
        const change = act === 'use' ? -size : number || 1;
        const reply =
          act === 'use'
            ? await test.call('stock.use', { id, quantity: size, reason })
            : await test.call('stock.correct', { id, quantity: change, reason });
        expect(reply.ok).toBe(tally + change >= 0);
        if (reply.ok) tally += change;
      }
      expect(await onHand(id)).toBe(tally);
    }
  });
});

describe('orders', () => {
  it('S2.112 are received in parts until every line has come', async () => {
    const [gauze, gloves] = [await addProduct(), await addProduct({ name: 'Gloves' })];
    const order = await placedOrder([gauze, 10], [gloves, 4]);
    expect(order.totalCents).toBe(14 * 250);
    const [first = '', second = ''] = order.lineIds;
    const part = { id: order.id, isMoreConfirmed: false };
    const lines = [{ id: first, quantity: 6 }];
    const { version } = await test.must('order.receive', { ...part, version: order.version, lines });
    expect((await test.must('purchaseOrder.read', { id: order.id })).fields).toMatchObject({
      orderNumber: 'O-000001',
      status: 'ordered',
      orderedDate: '2026-11-22',
    });
    const rest = [
      { id: first, quantity: 4 },
      { id: second, quantity: 4 },
    ];
    await test.must('order.receive', { ...part, version, lines: rest });
    expect((await test.must('purchaseOrder.read', { id: order.id })).fields.status).toBe('received');
    expect([await onHand(gauze), await onHand(gloves)]).toEqual([10, 4]);
    expect((await movementsOf(gauze)).map(({ values }) => values.reason)).toEqual(['Order O-000001', 'Order O-000001']);
  });

  it('S2.112 ask before more is taken in than was ordered', async () => {
    const gauze = await addProduct();
    const { id, version, lineIds } = await placedOrder([gauze, 2]);
    const input = { id, version, lines: [{ id: lineIds[0] ?? '', quantity: 3 }] };
    const refusal = await test.mustRefuse('order.receive', { ...input, isMoreConfirmed: false });
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED', message: expect.stringContaining(PRODUCT.name) });
    expect(await onHand(gauze)).toBe(0);
    await test.must('order.receive', { ...input, isMoreConfirmed: true });
    expect(await onHand(gauze)).toBe(3);
  });

  it('S2.112 are placed only with lines, changed only as a draft, and cancelled only while something is open', async () => {
    const gauze = await addProduct();
    const { fields } = PROCEDURES['purchaseOrder.create'].example;
    const draft = await test.must('purchaseOrder.create', { fields });
    expect(await test.mustRefuse('order.place', draft)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const line = { orderId: draft.id, productId: gauze, quantity: 1, unitCents: null };
    const added = await test.must('orderLine.create', { fields: line });
    const { id, version } = await test.must('order.place', draft);
    for (const refused of [
      test.mustRefuse('purchaseOrder.update', { id, version, fields }),
      test.mustRefuse('orderLine.update', { ...added, fields: { ...line, quantity: 9 } }),
      test.mustRefuse('orderLine.delete', { ...added, reason }),
      test.mustRefuse('order.place', { id, version }),
    ])
      expect(await refused).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const cancelled = await test.must('order.cancel', { id, version, reason: 'Not deliverable.' });
    expect((await log('order_cancelled'))[0]).toMatchObject({
      why: 'Not deliverable.',
      changes: [{ field: 'Status', old: 'Ordered', new: 'Cancelled' }],
    });
    const again = { ...cancelled, lines: [{ id: added.id, quantity: 1 }], isMoreConfirmed: false };
    expect(await test.mustRefuse('order.receive', again)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(await onHand(gauze)).toBe(0);
  });

  it('S2.112 of two people receiving at once, the second is told and nothing is counted twice', async () => {
    const gauze = await addProduct();
    const { id, version, lineIds } = await placedOrder([gauze, 5]);
    const input = { id, version, lines: [{ id: lineIds[0] ?? '', quantity: 5 }], isMoreConfirmed: false };
    await test.must('order.receive', input);
    expect(await test.mustRefuse('order.receive', input)).toMatchObject({ code: 'CONFLICT' });
    expect(await onHand(gauze)).toBe(5);
  });
});

describe('the inventory role', () => {
  it('S2.22 keeps products, orders and stock, and reaches no patient', async () => {
    await addActiveUser(test, 'stock', { roleIds: ['inventory'], exceptions: [], scope: { kind: 'all' } }, 'B');
    const { id } = await test.must('product.create', { fields: PRODUCT }, 'B');
    await test.must('stock.count', { id, counted: 2, reason }, 'B');
    const patients = await test.mustRefuse('patient.find', PROCEDURES['patient.find'].example, 'B');
    expect(patients).toMatchObject({ code: 'FORBIDDEN', permission: 'patient:read' });
  });
});
