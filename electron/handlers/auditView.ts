// One's own views of the activity log: listing, saving, renaming, deleting them (S2.37).
import {
  deleteLogView,
  findLogViews,
  insertLogView,
  logViewNamed,
  logViewOfFilter,
  readLogView,
  renameLogView,
  type StoredLogView,
} from '../../db/repositories/logView.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { SHIPPED_VIEWS } from '../../shared/catalogue/shippedViews.ts';
import type { ViewFilter } from '../../shared/catalogue/viewFilter.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import type { AuditNote, AuthorizedCall, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';

type AuditViewName = 'audit.findViews' | 'audit.addView' | 'audit.renameView' | 'audit.deleteView';

/** Enough for one person; a list longer than this is not looked through any more. */
const MOST_VIEWS = 50;

export const auditViewHandlers: Pick<Handlers, AuditViewName> = {
  'audit.findViews': (call, tx) => {
    const views = findLogViews(tx, actingUserId(call));
    call.note({ count: views.length });
    return { views };
  },
  'audit.addView': (call, tx, services) => {
    const { name, filter } = call.input;
    const userId = actingUserId(call);
    const viewId = services.newId();
    call.note({ object: objectOf({ viewId, name }), changes: changesOf(filter) });
    if (logViewNamed(tx, userId, name) !== null) return refuseName();
    const same = logViewOfFilter(tx, userId, filter) ?? shippedOf(filter);
    if (same !== null) return refuse('CONFLICT', `These filters are a view already: “${same.name}”. Choose that one.`);
    if (findLogViews(tx, userId).length >= MOST_VIEWS)
      return refuse('CONSTRAINT_VIOLATED', `You have ${MOST_VIEWS} views already. Delete one you no longer use first.`);
    insertLogView(tx, { viewId, userId, name, filter, nowMs: call.nowMs });
    return { viewId };
  },
  'audit.renameView': (call, tx) => {
    const view = viewToChange(call, tx);
    if (isRefusal(view)) return view;
    const { name } = call.input;
    call.note({ changes: [{ field: 'name', old: view.name, new: name }] });
    const named = logViewNamed(tx, actingUserId(call), name);
    if (named !== null && named.viewId !== view.viewId) return refuseName();
    renameLogView(tx, view.viewId, name, call.nowMs);
    return {};
  },
  'audit.deleteView': (call, tx) => {
    const view = viewToChange(call, tx);
    if (isRefusal(view)) return view;
    deleteLogView(tx, view.viewId);
    return {};
  },
};

function viewToChange(
  call: AuthorizedCall<'audit.renameView'> | AuthorizedCall<'audit.deleteView'>,
  tx: ReadTx,
): StoredLogView | Refusal {
  const { viewId, version } = call.input;
  const view = readLogView(tx, actingUserId(call), viewId);
  if (view === null) return refuse('NOT_FOUND', 'This view is not among yours any more. Choose another one.');
  call.note({ object: objectOf(view) });
  if (view.version !== version)
    return refuse(
      'CONFLICT',
      'This view was changed in another window. Choose it again, then make your change once more.',
    );
  return view;
}

function shippedOf(filter: ViewFilter) {
  const asked = canonicalJson(filter);
  return SHIPPED_VIEWS.find((view) => canonicalJson(view.filter) === asked) ?? null;
}

function refuseName(): Refusal {
  return refuse('CONFLICT', 'You have a view of this name already. Choose another name.', {
    fields: [{ path: 'name', message: 'You have a view of this name already.' }],
  });
}

function objectOf({ viewId, name }: Pick<StoredLogView, 'viewId' | 'name'>) {
  return { type: 'view', id: viewId, label: name };
}

// The words to find stay out: they may name a patient, and the log keeps what it holds for good.
function changesOf({ text: _words, ...filter }: ViewFilter): NonNullable<AuditNote['changes']> {
  return Object.entries(filter).map(([part, asked]) => ({ field: `filter ${part}`, old: null, new: String(asked) }));
}
