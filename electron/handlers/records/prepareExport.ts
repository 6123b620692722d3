// Asks where a list of records is to be saved, before the transaction of the export.
import type { ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { RECORD_TYPES } from '../../../shared/catalogue/records.ts';
import type { Refusal } from '../../../shared/errors.ts';
import type { Services } from '../../services.ts';
import { whenSignedIn } from '../whenSignedIn.ts';

export type ExportName = Extract<ProcedureName, `${string}.export`>;
/** Null: the person closed the dialog. */
export interface ChosenPath {
  readonly path: string | null;
}
type ExportStep = (input: unknown, windowId: string, services: Services) => Promise<ChosenPath | Refusal>;

/** The same step for every record type that can be exported. */
export const EXPORT_STEPS = Object.fromEntries(
  RECORD_TYPES.filter(({ actions }) => actions.includes('export')).map(({ name, many }) => [
    `${name}.export`,
    (_input: unknown, windowId: string, services: Services) =>
      whenSignedIn(windowId, services, async () => ({
        path: await services.dialogs.chooseSave({
          title: `Save the list of ${many}`,
          suggestedName: `${many.replaceAll(' ', '-')}-${new Date(services.clock.nowMs()).toISOString().slice(0, 10)}.csv`,
        }),
      })),
  ]),
) as Readonly<Record<ExportName, ExportStep>>;
