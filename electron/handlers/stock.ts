// Products and their stock: every act writes a movement, and none leaves less than nothing (S2.112).
import { insertRecord } from '../../db/records/storedRecord.ts';
import { findStock, readBelowLevel, readOnHand, readStock } from '../../db/repositories/stock.ts';
import type { WriteTx } from '../../db/transaction.ts';
import { product } from '../../shared/catalogue/records/product.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { type MOVEMENT_KINDS, stockMovement } from '../../shared/catalogue/records/stockMovement.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { countDifference, isBelowLevel, onHandAfter } from '../../shared/inventory/stockLevel.ts';
import type { Handler } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';
import { openRecord, recordHandlers } from './records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from './records/recordRules.ts';

const PRODUCT = product as unknown as RecordType;
const MOVEMENT = stockMovement as unknown as RecordType;

export interface Movement {
  readonly productId: string;
  readonly quantity: number;
  readonly kind: keyof typeof MOVEMENT_KINDS;
  readonly reason: string;
  readonly orderLineId: string | null;
}

/** Writes one movement. The caller has seen to it that enough is on hand. */
export function addMovement(
  tx: WriteTx,
  call: Pick<RuledCall, 'subject' | 'nowMs'>,
  services: Services,
  movement: Movement,
): void {
  const byUserId = actingUserId(call);
  const values = { movedAtMs: call.nowMs, movedById: byUserId, ...movement };
  insertRecord(tx, MOVEMENT, services.newId(), values, { byUserId, nowMs: call.nowMs });
}

type ActCall = RuledCall & { readonly input: { readonly id: string; readonly reason: string } };

/** One movement of an open product; `quantityOf` is told what is on hand. */
function move(
  call: ActCall,
  tx: WriteTx,
  services: Services,
  kind: Movement['kind'],
  quantityOf: (onHand: number) => number,
): { onHand: number; isBelow: boolean } | Refusal {
  const record = openRecord(PRODUCT, call, tx);
  if (isRefusal(record)) return record;
  const { unit, warnBelow } = record.values as unknown as ValuesOf<typeof product.fields>;
  const before = readOnHand(tx, record.id);
  const quantity = quantityOf(before);
  const onHand = onHandAfter(before, quantity);
  if (onHand === null)
    return refuse(
      'CONSTRAINT_VIOLATED',
      `Only ${before} (${unit}) are in stock, so ${-quantity} cannot be taken out. Count the product first if more is there.`,
    );
  const { reason } = call.input;
  addMovement(tx, call, services, { productId: record.id, quantity, kind, reason, orderLineId: null });
  call.note({ why: reason, changes: [{ field: 'On hand', old: String(before), new: String(onHand) }] });
  return { onHand, isBelow: isBelowLevel(onHand, warnBelow) };
}

const count: Handler<'stock.count'> = (call, tx, services) =>
  move(call, tx, services, 'counted', (onHand) => countDifference(onHand, call.input.counted));

const take: Handler<'stock.use'> = (call, tx, services) => move(call, tx, services, 'used', () => -call.input.quantity);

const correct: Handler<'stock.correct'> = (call, tx, services) => {
  if (call.input.quantity !== 0) return move(call, tx, services, 'corrected', () => call.input.quantity);
  const message = 'a correction by 0 changes nothing';
  return refuse('INVALID_INPUT', `Some of what was entered cannot be used: ${message}.`, {
    fields: [{ path: 'quantity', message }],
  });
};

export const stockHandlers = {
  ...recordHandlers(product),
  ...recordHandlers(stockMovement),
  'stock.find': ((call, tx) => {
    const found = findStock(tx, call.scope, call.input);
    call.note({ count: found.rows.length });
    return found;
  }) satisfies Handler<'stock.find'>,
  'stock.read': ((call, tx) => {
    const record = openRecord(PRODUCT, call, tx);
    if (isRefusal(record)) return record;
    const stock = readStock(tx, record.id);
    if (stock === null) throw new Error('an open product is not there');
    return stock;
  }) satisfies Handler<'stock.read'>,
  'stock.countBelow': ((call, tx) => {
    const names = readBelowLevel(tx, call.scope);
    return { count: names.length, names: names.slice(0, SHOWN_NAMES) };
  }) satisfies Handler<'stock.countBelow'>,
  'stock.count': count,
  'stock.use': take,
  'stock.correct': correct,
};

const SHOWN_NAMES = 3;
