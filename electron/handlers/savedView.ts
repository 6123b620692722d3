// One's own views of the activity log and of the list of users: listing, saving, renaming, deleting them (S2.37).
import {
  deleteView,
  findViews,
  insertView,
  readView,
  renameView,
  type StoredView,
  viewNamed,
  viewOfFilter,
} from '../../db/repositories/savedView.ts';
import type { ReadTx, WriteTx } from '../../db/transaction.ts';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { ACTIVITY_VIEWS, USER_VIEWS, type ViewList, type ViewParts } from '../../shared/catalogue/viewLists.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { AuditNote, AuthorizedCall, Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';

type ViewAct = 'findViews' | 'addView' | 'renameView' | 'deleteView';
/** What these acts need of a call, whatever its list. */
type CallWith<Input> = Pick<AuthorizedCall, 'subject' | 'nowMs' | 'note'> & { readonly input: Input };
type ViewInput = { readonly viewId: string; readonly version: number };

/** Enough for one person; a list longer than this is not looked through any more. */
const MOST_VIEWS = 50;

const ofLog = viewHandlers(ACTIVITY_VIEWS);
const ofUsers = viewHandlers(USER_VIEWS);

export const savedViewHandlers: Pick<Handlers, `${'audit' | 'user'}.${ViewAct}`> = {
  'audit.findViews': ofLog.find,
  'audit.addView': ofLog.add,
  'audit.renameView': ofLog.rename,
  'audit.deleteView': ofLog.delete,
  'user.findViews': ofUsers.find,
  'user.addView': ofUsers.add,
  'user.renameView': ofUsers.rename,
  'user.deleteView': ofUsers.delete,
};

function viewHandlers<F extends ViewParts>(list: ViewList<F>) {
  return {
    find: (call: CallWith<object>, tx: ReadTx) => {
      const views = findViews(tx, list, actingUserId(call));
      call.note({ count: views.length });
      return { views };
    },
    add: (call: CallWith<{ readonly name: string; readonly filter: F }>, tx: WriteTx, services: Services) => {
      const { name, filter } = call.input;
      const userId = actingUserId(call);
      const viewId = services.newId();
      call.note({ object: objectOf({ viewId, name }), changes: changesOf(list, filter) });
      const named = viewNamed(tx, userId, name);
      if (named !== null) return refuseName(list, named.listId);
      const same = viewOfFilter(tx, list, userId, filter) ?? shippedOf(list, filter);
      if (same !== null)
        return refuse('CONFLICT', `These filters are a view already: “${same.name}”. Choose that one.`);
      if (findViews(tx, list, userId).length >= MOST_VIEWS)
        return refuse(
          'CONSTRAINT_VIOLATED',
          `You have ${MOST_VIEWS} views already. Delete one you no longer use first.`,
        );
      insertView(tx, list, { viewId, userId, name, filter, nowMs: call.nowMs });
      return { viewId };
    },
    rename: (call: CallWith<ViewInput & { readonly name: string }>, tx: WriteTx) => {
      const view = viewToChange(list, call, tx);
      if (isRefusal(view)) return view;
      const { name } = call.input;
      call.note({ changes: [{ field: 'name', old: view.name, new: name }] });
      const named = viewNamed(tx, actingUserId(call), name);
      if (named !== null && named.viewId !== view.viewId) return refuseName(list, named.listId);
      renameView(tx, view.viewId, name, call.nowMs);
      return {};
    },
    delete: (call: CallWith<ViewInput>, tx: WriteTx) => {
      const view = viewToChange(list, call, tx);
      if (isRefusal(view)) return view;
      deleteView(tx, view.viewId);
      return {};
    },
  };
}

function viewToChange<F extends ViewParts>(
  list: ViewList<F>,
  call: CallWith<ViewInput>,
  tx: ReadTx,
): StoredView<F> | Refusal {
  const { viewId, version } = call.input;
  const view = readView(tx, list, actingUserId(call), viewId);
  if (view === null) return refuse('NOT_FOUND', 'This view is not among yours any more. Choose another one.');
  call.note({ object: objectOf(view) });
  if (view.version !== version)
    return refuse(
      'CONFLICT',
      'This view was changed in another window. Choose it again, then make your change once more.',
    );
  return view;
}

function shippedOf<F extends ViewParts>(list: ViewList<F>, filter: F) {
  const asked = canonicalJson(filter);
  return list.shipped.find((view) => canonicalJson(view.filter) === asked) ?? null;
}

/** A person's names are theirs once, so the other list is named when the view cannot be seen here. */
function refuseName({ id }: { readonly id: string }, listId: string): Refusal {
  const other = [ACTIVITY_VIEWS, USER_VIEWS].find((list) => list.id === listId);
  const where = listId === id || other === undefined ? '' : ` in ${other.label}`;
  const message = `You have a view of this name already${where}.`;
  return refuse('CONFLICT', `${message} Choose another name.`, { fields: [{ path: 'name', message }] });
}

function objectOf({ viewId, name }: { readonly viewId: string; readonly name: string }) {
  return { type: 'view', id: viewId, label: name };
}

function changesOf<F extends ViewParts>({ wordsPart }: ViewList<F>, filter: F): NonNullable<AuditNote['changes']> {
  return Object.entries(filter)
    .filter(([part]) => part !== wordsPart)
    .map(([part, asked]) => ({ field: `filter ${part}`, old: null, new: String(asked) }));
}
