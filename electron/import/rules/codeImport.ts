// Importing codes: a code stands for one thing, or no file could name it any more.
import type { ImportRules } from '../importRules.ts';

export const codeImport: ImportRules = { unique: ['code'] };
