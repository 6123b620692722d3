// What permitted callers are answered by the acts on lists: finding, exporting, printing, views and columns of one's own.
import { PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { RefusalCode } from '../../../shared/errors.ts';
import type { PermittedAnswer } from './permittedAnswers.ts';

const GONE = { viewId: '01900000-0000-7000-8000-00000000ffff', version: 9_999 };

/** No file is chosen, so no export writes one; a view that was added goes again. */
export function listAnswers(): Readonly<Record<string, PermittedAnswer>> {
  const asExample = (name: ProcedureName): PermittedAnswer => ({ input: PROCEDURES[name].example, answer: 'ok' });
  const ends = (answer: RefusalCode, input: unknown): PermittedAnswer => ({ input, answer });
  const views = (['audit', 'user'] as const).map((list) => ({
    [`${list}.findViews`]: asExample(`${list}.findViews`),
    [`${list}.addView`]: {
      ...asExample(`${list}.addView`),
      undo: {
        by: 'caller' as const,
        call: `${list}.deleteView` as const,
        input: (added: unknown) => ({ ...(added as object), version: 1 }),
      },
    },
    [`${list}.renameView`]: ends('NOT_FOUND', { ...GONE, name: 'Nothing' }),
    [`${list}.deleteView`]: ends('NOT_FOUND', GONE),
  }));
  return {
    ...Object.assign({}, ...views),
    'user.find': asExample('user.find'),
    'user.export': asExample('user.export'),
    'user.print': asExample('user.print'),
    'user.readLayout': asExample('user.readLayout'),
    // The same columns again: the practice stays as it is from cell to cell.
    'user.saveLayout': asExample('user.saveLayout'),
  };
}
