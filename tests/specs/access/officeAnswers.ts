// What permitted callers are answered by the acts on stock, calls and working time; they leave the practice as it is.
import { PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { RefusalCode } from '../../../shared/errors.ts';
import type { AccessWorld } from '../../support/accessWorld.ts';
import type { PermittedAnswer } from './permittedAnswers.ts';

const STALE = 9_999;
/** More than is on hand. */
const TOO_MANY = 1_000_000;
const reason = 'Asked by the owner.';

/** The rows whose rules refuse a second record like the example, and those of acts beyond keeping records. */
export function officeAnswers(world: AccessWorld): Readonly<Record<string, PermittedAnswer>> {
  const example = (name: ProcedureName) => PROCEDURES[name].example;
  const on = (type: string, answer: 'ok' | RefusalCode, more: object = {}): PermittedAnswer => ({
    input: { id: world.records.get(type)?.id, ...more },
    answer,
    isAimed: true,
  });
  const stale = { version: STALE };
  const userId = world.plainUserId;
  const call = world.records.get('call');
  return {
    'purchaseOrder.create': {
      input: example('purchaseOrder.create'),
      answer: 'ok',
      undo: { by: 'owner', call: 'order.cancel', input: (added) => ({ ...(added as object), reason }) },
    },
    'order.readLines': on('purchaseOrder', 'ok'),
    'order.place': on('purchaseOrder', 'CONFLICT', stale),
    'order.receive': on('purchaseOrder', 'CONFLICT', {
      ...(example('order.receive') as object),
      ...idOf('purchaseOrder'),
      ...stale,
    }),
    'order.cancel': on('purchaseOrder', 'CONFLICT', { ...stale, reason }),
    'stock.find': { input: example('stock.find'), answer: 'ok' },
    'stock.read': on('product', 'ok'),
    'stock.countBelow': { input: {}, answer: 'ok' },
    'stock.count': on('product', 'ok', { counted: 0, reason }),
    'stock.correct': on('product', 'INVALID_INPUT', { quantity: 0, reason }),
    'stock.use': on('product', 'CONSTRAINT_VIOLATED', { quantity: TOO_MANY, reason }),
    'call.create': {
      input: { fields: call?.fields },
      answer: 'ok',
      isForAnother: true,
      undo: { by: 'owner', call: 'call.delete', input: (added) => ({ ...(added as object), reason }) },
    },
    'call.finish': on('call', 'CONFLICT', stale),
    'call.reopen': on('call', 'CONFLICT', { ...stale, reason }),
    'call.handOn': on('call', 'CONFLICT', { ...stale, toUserId: userId, reason }),
    'call.importTranscript': on('call', 'CONFLICT', stale),
    'practice.findPeople': { input: example('practice.findPeople'), answer: 'ok' },
    'punch.readOwn': { input: {}, answer: 'ok' },
    'punch.in': {
      input: { note: '' },
      answer: 'ok',
      undo: { by: 'caller', call: 'punch.out', input: () => ({ note: '' }) },
    },
    'punch.out': { input: { note: '' }, answer: 'CONFLICT' },
    'punch.readWeek': { input: { day: null }, answer: 'ok' },
    'punch.correct': on('punch', 'CONFLICT', { ...stale, inAtMs: 1, outAtMs: 2, note: '', reason }),
    'punch.addMissing': { input: { userId, inAtMs: 2, outAtMs: 1, note: '', reason }, answer: 'INVALID_INPUT' },
    'punch.approveWeek': { input: { userId, weekStart: '2026-11-15' }, answer: 'NOT_FOUND' },
    'punch.reopenWeek': { input: { userId, weekStart: '2026-11-15', reason }, answer: 'NOT_FOUND' },
  };

  function idOf(type: string) {
    return { id: world.records.get(type)?.id };
  }
}
