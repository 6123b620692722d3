// Providers: list, record, change and delete, within the scope of whoever asks.
import {
  countReferences,
  deleteProvider,
  findProviders,
  type ProviderFields,
  readProvider,
  updateProvider,
} from '../../db/repositories/provider.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { AuthorizedCall, Handler, Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';

const GONE = refuse(
  'NOT_FOUND',
  'This provider is not here, or it is outside the providers you may see. Go back to the list.',
);

const LABELS: Record<keyof ProviderFields, string> = {
  lastName: 'Last name',
  firstName: 'First name',
  specialty: 'Specialty',
  gender: 'Gender',
  organization: 'Organization',
  address: 'Address',
  city: 'City',
  state: 'State',
  zip: 'ZIP',
  isActive: 'Active',
};

const find: Handler<'provider.find'> = (call, tx) => {
  const found = findProviders(tx, call.scope, call.input);
  call.note({ count: found.rows.length });
  return found;
};

const read: Handler<'provider.read'> = (call, tx) => {
  const provider = readProvider(tx, call.scope, call.input.providerId);
  if (provider === null) return GONE;
  call.note({ object: objectOf(provider) });
  return provider;
};

const update: Handler<'provider.update'> = (call, tx) => {
  const provider = providerToChange(call, tx);
  if (isRefusal(provider)) return provider;
  const { providerId, fields } = call.input;
  call.note({ changes: changesOf(provider.fields, fields) });
  updateProvider(tx, providerId, fields, actingUserId(call), call.nowMs);
  return { version: provider.version + 1 };
};

const remove: Handler<'provider.delete'> = (call, tx) => {
  const provider = providerToChange(call, tx);
  if (isRefusal(provider)) return provider;
  const { patientCount, userCount } = countReferences(tx, provider.providerId);
  if (patientCount > 0 || userCount > 0)
    return refuse(
      'CONSTRAINT_VIOLATED',
      `This provider is still needed: patients ${patientCount}, users limited to it ${userCount}. Give them another provider first, or mark this one as not active.`,
    );
  call.note({ why: call.input.reason });
  deleteProvider(tx, provider.providerId);
  return {};
};

export const providerHandlers: Pick<Handlers, Extract<keyof Handlers, `provider.${string}`>> = {
  'provider.find': find,
  'provider.read': read,
  'provider.update': update,
  'provider.delete': remove,
};

function providerToChange(
  call: Pick<AuthorizedCall, 'note' | 'scope'> & {
    readonly input: { readonly providerId: string; readonly version: number };
  },
  tx: ReadTx,
): Output<'provider.read'> | Refusal {
  const provider = readProvider(tx, call.scope, call.input.providerId);
  if (provider === null) return GONE;
  call.note({ object: objectOf(provider) });
  if (provider.version !== call.input.version)
    return refuse(
      'CONFLICT',
      'Somebody changed this provider meanwhile. Open the provider again, then make your change once more.',
    );
  return provider;
}

function objectOf({ providerId, fields }: Output<'provider.read'>) {
  return { type: 'provider', id: providerId, label: displayName(fields) };
}

function changesOf(before: ProviderFields, after: ProviderFields) {
  const word = (value: string | boolean) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value || null);
  return (Object.keys(LABELS) as (keyof ProviderFields)[]).flatMap((key) =>
    before[key] === after[key] ? [] : [{ field: LABELS[key], old: word(before[key]), new: word(after[key]) }],
  );
}
