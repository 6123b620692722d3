// Importing providers: files name the organization by its id, a person reads its name; an NPI is one person's.
import type { ImportRules } from '../importRules.ts';

export const providerImport: ImportRules = { titles: { organization: 'location' }, unique: ['npi'] };
