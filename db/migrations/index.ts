// The ordered list of schema steps; `npm run new:migration` adds to it.
import { createPractice } from './0001-create-practice.ts';
import { addLists } from './0002-add-lists.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [createPractice, addLists];
