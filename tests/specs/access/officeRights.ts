// Who may do what with stock, calls and working time, by the cells of the rights matrix (S2.112, S2.113, S2.114).

const both = (types: readonly string[], ...actions: readonly string[]) =>
  types.flatMap((type) => actions.map((action) => `${type}.${action}`));

/** A movement of stock is only ever looked at; orders keep their numbers, so none is deleted. */
export const LOOK_AT_STOCK = [
  ...both(['product', 'purchaseOrder'], 'find', 'read', 'readHistory'),
  ...both(['orderLine'], 'find', 'read', 'readHistory'),
  'stockMovement.find',
  'order.readLines',
  'stock.find',
  'stock.read',
  'stock.countBelow',
];
export const CHANGE_STOCK = [
  ...both(['product', 'purchaseOrder', 'orderLine'], 'create', 'update'),
  'order.place',
  'order.receive',
  'order.cancel',
  'stock.use',
  'stock.count',
  'stock.correct',
];
export const SAVE_STOCK = both(['product', 'purchaseOrder', 'stockMovement'], 'export');
export const WHOLE_STOCK = [
  ...LOOK_AT_STOCK,
  ...CHANGE_STOCK,
  ...SAVE_STOCK,
  ...both(['product', 'orderLine'], 'delete'),
];

export const LOOK_AT_CALLS = both(['call'], 'find', 'read', 'readHistory');
/** Taking calls: adding, changing, finishing, opening again, handing on, adding the machine's text. */
export const TAKE_CALLS = [
  ...LOOK_AT_CALLS,
  ...both(['call'], 'create', 'update', 'finish', 'reopen', 'handOn', 'importTranscript'),
];
export const SAVE_CALLS = both(['call'], 'export');
export const WHOLE_CALLS = [...TAKE_CALLS, ...SAVE_CALLS, ...both(['call'], 'delete')];

/** Punching, and looking at one's own time. */
export const PUNCH = both(['punch'], 'find', 'read', 'readHistory', 'readOwn', 'readWeek', 'in', 'out');
/** Everybody's time: correcting, approving, deleting, saving. */
export const WHOLE_TIME = [
  ...PUNCH,
  ...both(['punch'], 'correct', 'addMissing', 'delete', 'export', 'approveWeek', 'reopenWeek'),
];
