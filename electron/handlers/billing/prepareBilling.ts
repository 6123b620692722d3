// Asks where a statement or the billing report is to be saved, before the transaction that writes its entry.
import type { Input } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import type { Services } from '../../services.ts';
import type { ChosenPath } from '../records/prepareExport.ts';
import { whenSignedIn } from '../whenSignedIn.ts';

type Step<N extends 'statement.save' | 'report.saveBilling'> = (
  input: Input<N>,
  windowId: string,
  services: Services,
) => Promise<ChosenPath | Refusal>;

export const BILLING_STEPS: {
  readonly 'statement.save': Step<'statement.save'>;
  readonly 'report.saveBilling': Step<'report.saveBilling'>;
} = {
  'statement.save': (_input, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseSave({
        title: 'Save the statement',
        // The file name may be seen by anybody at the computer, so it tells no patient.
        suggestedName: `statement-${new Date(services.clock.nowMs()).toISOString().slice(0, 10)}.pdf`,
      }),
    })),
  'report.saveBilling': ({ from, to }, windowId, services) =>
    whenSignedIn(windowId, services, async () => ({
      path: await services.dialogs.chooseSave({
        title: 'Save the billing report',
        suggestedName: `billing-report-${from}-to-${to}.csv`,
      }),
    })),
};
