// The lists of the practice: locations and payers.
import { location } from '../../shared/catalogue/records/location.ts';
import { payer } from '../../shared/catalogue/records/payer.ts';
import { recordHandlers } from './records/recordHandlers.ts';

export const listHandlers = { ...recordHandlers(location), ...recordHandlers(payer) };
