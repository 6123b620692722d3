// What is typed in the provider form, and how a kept draft is read back.
import { z } from 'zod';
import { type Output, PROCEDURES } from '../../../shared/catalogue/procedures.ts';

export type Provider = Output<'provider.read'>;
export type ProviderFields = Provider['fields'];

/** The rules of the catalogue for the fields of a provider. */
export const providerFieldsSchema = PROCEDURES['provider.update'].input.shape.fields;

const draft = z.strictObject({
  providerId: z.string(),
  version: z.int(),
  values: z.strictObject({
    lastName: z.string(),
    firstName: z.string(),
    specialty: z.string(),
    gender: z.string(),
    organization: z.string(),
    address: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    isActive: z.boolean(),
  }),
});
/** Typed but unsaved work on one provider. */
export type ProviderDraft = z.output<typeof draft>;

/** Reads a kept draft; null when it is not one of this screen. */
export function parseProviderDraft(content: unknown): ProviderDraft | null {
  const parsed = draft.safeParse(content);
  return parsed.success ? parsed.data : null;
}
