// Schema step 6: products, orders and stock.
import { protectTable } from './changeTriggers.ts';
import type { Migration } from './migration.ts';

const STAMP = `created_at_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1`;

const INVENTORY_SQL = `
CREATE TABLE product (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  name TEXT NOT NULL,
  sku TEXT NOT NULL,
  unit TEXT NOT NULL,
  warn_below INTEGER NOT NULL CHECK (warn_below >= 0),
  price_cents INTEGER CHECK (price_cents >= 0),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  ${STAMP}
) STRICT;
CREATE INDEX product_by_name ON product (name, id);
CREATE INDEX product_by_sku ON product (sku, name, id);

CREATE TABLE purchase_order (
  id TEXT PRIMARY KEY,
  order_number TEXT NOT NULL UNIQUE,
  supplier TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'ordered', 'received', 'cancelled')),
  ordered_date TEXT,
  note TEXT NOT NULL,
  ${STAMP}
) STRICT;
CREATE INDEX purchase_order_by_number ON purchase_order (order_number, id);
CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier, order_number, id);
CREATE INDEX purchase_order_by_status ON purchase_order (status, order_number, id);

CREATE TABLE order_line (
  id TEXT PRIMARY KEY,
  line_number INTEGER NOT NULL,
  order_id TEXT NOT NULL REFERENCES purchase_order (id),
  product_id TEXT NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  unit_cents INTEGER CHECK (unit_cents >= 0),
  ${STAMP}
) STRICT;
CREATE INDEX order_line_by_number ON order_line (line_number, id);
CREATE INDEX order_line_by_order ON order_line (order_id, line_number, id);
CREATE INDEX order_line_by_product ON order_line (product_id);

CREATE TABLE stock_movement (
  id TEXT PRIMARY KEY,
  moved_at_ms INTEGER NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL CHECK (quantity <> 0 OR kind = 'counted'),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'used', 'counted', 'corrected')),
  reason TEXT NOT NULL,
  moved_by_id TEXT NOT NULL REFERENCES user (id),
  order_line_id TEXT REFERENCES order_line (id),
  ${STAMP}
) STRICT;
CREATE INDEX stock_movement_by_time ON stock_movement (moved_at_ms, id);
CREATE INDEX stock_movement_by_product ON stock_movement (product_id, quantity);
CREATE INDEX stock_movement_by_product_time ON stock_movement (product_id, moved_at_ms, id);
CREATE INDEX stock_movement_by_line ON stock_movement (order_line_id, quantity) WHERE order_line_id IS NOT NULL;
CREATE INDEX stock_movement_by_person ON stock_movement (moved_by_id);
`;

/** Adds the tables of products, orders and stock. */
export const addInventory: Migration = {
  version: 6,
  up(target) {
    target.execute(INVENTORY_SQL);
    for (const table of ['product', 'purchase_order', 'order_line', 'stock_movement'])
      target.execute(protectTable(table, 'id'));
  },
};
