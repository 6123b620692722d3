// Where a right comes from and what takes it away, in words for people; screens and paper use the same.
import type { RightSource } from '../authorization/effectivePermissions.ts';
import type { Taker } from '../authorization/rightsSheet.ts';
import { PERMISSIONS } from './permissions.ts';

/** `Billing role`, `Super User`, `Access Security`, `this user` or `implied by Claims: Edit Data`. */
export function sourceWords(source: RightSource): string {
  switch (source.kind) {
    case 'superUser':
      return 'Super User';
    case 'accessSecurity':
      return 'Access Security';
    case 'role':
      return `${source.roleName} role`;
    case 'thisUser':
      return 'this user';
    case 'implied':
      return `implied by ${PERMISSIONS[source.by].label}`;
  }
}

/** What takes a right away although something gives it. */
export function takerWords(taker: Taker): string {
  switch (taker.kind) {
    case 'phiRestricted':
      return 'ePHI Restricted';
    case 'untick':
      return 'unticked for this user';
    case 'missing':
      return `${PERMISSIONS[taker.permission].label} is missing`;
  }
}
