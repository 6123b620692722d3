// Stock on hand: always the sum of the movements, never stored (S2.112).
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { product } from '../../shared/catalogue/records/product.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isBelowLevel } from '../../shared/inventory/stockLevel.ts';
import { ALWAYS, allOf, anyOf, type Condition } from '../condition.ts';
import { reachToSql } from '../records/reachToSql.ts';
import type { ReadTx } from '../transaction.ts';
import { startsWith } from './searchToSql.ts';

export type StockRow = Output<'stock.find'>['rows'][number];

export interface StockQuery {
  readonly search: string;
  readonly isBelowOnly: boolean;
  readonly sort: 'name' | 'onHand';
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** How many of a product are on hand. */
export function readOnHand(tx: ReadTx, productId: string): number {
  return (
    tx
      .prepare<{ onHand: number }>(
        'SELECT coalesce(sum(quantity), 0) AS onHand FROM stock_movement WHERE product_id = ?',
      )
      .get(productId)?.onHand ?? 0
  );
}

/** A page of the products in reach that are in use, and of those not in use that are still on the shelf. */
export function findStock(tx: ReadTx, reach: RecordReach, query: StockQuery): { total: number; rows: StockRow[] } {
  const stock = stockSql(reach);
  const where = allOf(
    searchCondition(query.search),
    query.isBelowOnly ? BELOW : { sql: '(is_active = 1 OR on_hand <> 0)', parameters: [] },
  );
  const direction = query.isDescending ? 'DESC' : 'ASC';
  const order = query.sort === 'name' ? `name ${direction}, id` : `on_hand ${direction}, name, id`;
  const total = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM (${stock.sql}) WHERE ${where.sql}`)
    .get(...stock.parameters, ...where.parameters);
  const rows = tx
    .prepare<StoredStock>(`SELECT * FROM (${stock.sql}) WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...stock.parameters, ...where.parameters, query.limit, query.offset);
  return {
    total: total?.total ?? 0,
    rows: rows.map(stockOf),
  };
}

/** The stock of one product, or null when it is not there. The caller has checked that it may be seen. */
export function readStock(tx: ReadTx, productId: string): StockRow | null {
  const row = tx.prepare<StoredStock>(`${STOCK_SQL} WHERE product.id = ?`).get(productId);
  return row === undefined ? null : stockOf(row);
}

/** The products in reach and in use that are below their level, by name. */
export function readBelowLevel(tx: ReadTx, reach: RecordReach): readonly string[] {
  const stock = stockSql(reach);
  return tx
    .prepare<{ name: string }>(`SELECT name FROM (${stock.sql}) WHERE ${BELOW.sql} ORDER BY name, id`)
    .all(...stock.parameters)
    .map(({ name }) => name);
}

interface StoredStock {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly unit: string;
  readonly warn_below: number;
  readonly is_active: number;
  readonly on_hand: number;
}

function stockOf({ id, name, sku, unit, on_hand: onHand, warn_below: warnBelow, is_active }: StoredStock): StockRow {
  const isBelow = is_active === 1 && isBelowLevel(onHand, warnBelow);
  return { id, name, sku, unit, onHand, warnBelow, isBelow };
}

const STOCK_SQL = `SELECT product.id, product.name, product.sku, product.unit, product.warn_below, product.is_active,
  (SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE product_id = product.id) AS on_hand FROM product`;
const PRODUCT = product as unknown as RecordType;

function stockSql(reach: RecordReach): Condition {
  const { sql, parameters } = reachToSql(reach, PRODUCT);
  return { sql: `${STOCK_SQL} WHERE ${sql}`, parameters };
}

const BELOW: Condition = { sql: '(is_active = 1 AND on_hand < warn_below)', parameters: [] };

function searchCondition(search: string): Condition {
  const typed = search.trim();
  return typed === '' ? ALWAYS : anyOf(startsWith('name', typed), startsWith('sku', typed));
}
