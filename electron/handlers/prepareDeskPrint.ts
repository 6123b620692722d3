// Before a page is printed for a patient at the desk: is there a printer, and may anything be asked.
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Services } from '../services.ts';
import { whenSignedIn } from './whenSignedIn.ts';

export interface ChosenPaper {
  /** Straight to the usual printer: a print dialog would show a patient the printers and folders of the office. */
  readonly isSilent: boolean;
}

/** CONSTRAINT_VIOLATED at a kiosk without a printer: a file would be left on the computer of the desk. */
export function prepareDeskPrint(
  _input: unknown,
  windowId: string,
  services: Services,
): Promise<ChosenPaper | Refusal> {
  return whenSignedIn(windowId, services, async () => {
    const isSilent = services.sessions.of(windowId)?.isKiosk ?? false;
    if (isSilent && !(await services.dialogs.hasPrinter()))
      return refuse(
        'CONSTRAINT_VIOLATED',
        'There is no printer here. Ask at the front desk: they can print this for you.',
      );
    return { isSilent };
  });
}
