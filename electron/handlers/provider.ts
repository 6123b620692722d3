// Providers have no rules beyond those of every record.
import { provider } from '../../shared/catalogue/records/provider.ts';
import { recordHandlers } from './records/recordHandlers.ts';

export const providerHandlers = recordHandlers(provider);
