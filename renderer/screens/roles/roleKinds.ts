// What the kinds of roles are called.
import type { ListedRole } from './roleDraft.ts';

/** In the list, and in the line under a role's name. */
export const ROLE_KINDS: Readonly<Record<ListedRole['kind'], { readonly short: string; readonly sentence: string }>> = {
  coded: { short: 'Coded', sentence: 'coded role, as shipped' },
  clinic: { short: 'Clinic', sentence: 'clinic role, as shipped' },
  custom: { short: 'Own', sentence: 'role of this practice' },
  policy: { short: 'Policy', sentence: 'policy of this practice, stacked on roles' },
};
