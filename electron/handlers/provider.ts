// What is special about providers: nobody leaves while appointments wait for them.
import { provider } from '../../shared/catalogue/records/provider.ts';
import { recordHandlers } from './records/recordHandlers.ts';
import { refuseLeaving } from './schedule/refuseLeaving.ts';

export const providerHandlers = recordHandlers(provider, {
  checkUpdate: (tx, call, before, after, providerId) =>
    before.isActive && !after.isActive ? refuseLeaving(tx, call, { providerId }) : null,
  checkDelete: (tx, call, _values, providerId) => refuseLeaving(tx, call, { providerId }),
});
