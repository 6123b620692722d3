import { describe, expect, it } from 'vitest';
import type { RightsOfUser } from '../../../../shared/authorization/effectivePermissions.ts';
import { UNLIMITED } from '../../../../shared/authorization/grantTerms.ts';
import { type Limits, reachedScope, withinPlaceOfWork } from '../../../../shared/authorization/reachedScope.ts';
import { ALL_ROWS, NO_ROWS } from '../../../../shared/authorization/scope.ts';

const below = (ids: readonly string[]) => ids.flatMap((id) => (id === 'region' ? ['region', 'office'] : [id]));
const limits = (more: Partial<Limits> = {}): Limits => ({
  isSuperUser: false,
  roles: [],
  assignedScope: { kind: 'all' },
  assignedLocations: { kind: 'all' },
  linkedPatientId: null,
  grantedPatientIds: [],
  ...more,
});
const selected: Partial<Limits> = {
  assignedScope: { kind: 'selected', providerIds: ['p1'] },
  assignedLocations: { kind: 'selected', locationIds: ['region'] },
  grantedPatientIds: ['x1'],
};

describe('reachedScope', () => {
  it('S5.13 S2.75 is the limits with what lies below the locations, and the patients shared', () => {
    expect(reachedScope(limits(), below)).toEqual(ALL_ROWS);
    expect(reachedScope(limits(selected), below)).toEqual({
      providers: ['p1'],
      locations: ['region', 'office'],
      patientIds: ['x1'],
    });
  });

  it('C4 is everything for a Super User', () => {
    expect(reachedScope(limits({ ...selected, isSuperUser: true }), below)).toEqual(ALL_ROWS);
  });

  it('S1.23 is the linked record alone, and nothing for the role Patient without one', () => {
    const linked = limits({ ...selected, linkedPatientId: 'x2' });
    expect(reachedScope(linked, below)).toEqual({ ...NO_ROWS, patientIds: ['x2'] });
    expect(reachedScope(limits({ ...selected, roles: [{ roleId: 'patient' }] }), below)).toEqual(NO_ROWS);
  });
});

describe('withinPlaceOfWork', () => {
  const bound = { roleId: 'a', roleName: 'A', permissions: [], terms: { ...UNLIMITED, locationIds: ['region'] } };
  const rights = (roles: RightsOfUser['roles'], isSuperUser = false) => ({
    roles,
    exceptions: [],
    isSuperUser,
    hasAccessSecurity: false,
    isPhiRestricted: false,
  });

  it('S2.29 narrows to the place while a role of one place counts, within the limit', () => {
    expect(withinPlaceOfWork(ALL_ROWS, rights([bound]), 'region', below).locations).toEqual(['region', 'office']);
    const limited = { ...ALL_ROWS, locations: ['office', 'south'] };
    expect(withinPlaceOfWork(limited, rights([bound]), 'region', below).locations).toEqual(['office']);
  });

  it('narrows nothing for whoever has no such role, said no place, or is a Super User', () => {
    const dated = { ...bound, terms: { ...UNLIMITED, validUntil: '2026-12-01' } };
    expect(withinPlaceOfWork(ALL_ROWS, rights([]), 'region', below)).toBe(ALL_ROWS);
    expect(withinPlaceOfWork(ALL_ROWS, rights([dated]), 'region', below)).toBe(ALL_ROWS);
    expect(withinPlaceOfWork(ALL_ROWS, rights([bound]), null, below)).toBe(ALL_ROWS);
    expect(withinPlaceOfWork(ALL_ROWS, rights([bound], true), 'region', below)).toBe(ALL_ROWS);
  });
});
