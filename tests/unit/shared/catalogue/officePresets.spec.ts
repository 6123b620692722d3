import { describe, expect, it } from 'vitest';
import { DEFAULT_ROLES } from '../../../../shared/catalogue/defaultRoles.ts';
import {
  isOfficeSize,
  OFFICE_PRESETS,
  OFFICE_SIZES,
  type OfficeSize,
  presetRole,
} from '../../../../shared/catalogue/officePresets.ts';
import { PERMISSIONS } from '../../../../shared/catalogue/permissions.ts';

const idsOf = (size: OfficeSize) => OFFICE_PRESETS[size].roles.map(({ roleId }) => roleId);

describe('office presets', () => {
  it('S2.31 are the three sizes: 5 to 10 people, medium, large or several sites', () => {
    expect(OFFICE_SIZES).toEqual(['small', 'medium', 'large']);
    expect(OFFICE_PRESETS.small.people).toBe('5 to 10 people');
    expect(OFFICE_PRESETS.large.people).toContain('more than one site');
  });

  it.each(OFFICE_SIZES)('S2.31 the roles of a %s office are shipped ones, each once and with a holder', (size) => {
    const shipped = DEFAULT_ROLES.map(({ id }) => id);
    expect(new Set(idsOf(size)).size).toBe(idsOf(size).length);
    for (const { roleId, heldBy } of OFFICE_PRESETS[size].roles) {
      expect(shipped).toContain(roleId);
      expect(heldBy.length).toBeGreaterThan(5);
    }
    expect(OFFICE_PRESETS[size].because).toMatch(/^[A-Z].*\.$/);
  });

  it('S2.31 a small office has a single administrator: none of its roles carries a right over logins', () => {
    expect(OFFICE_PRESETS.small.administration).toContain('One administrator');
    const carried = DEFAULT_ROLES.filter(({ id }) => idsOf('small').includes(id)).flatMap((role) => role.permissions);
    expect(carried.filter((id) => PERMISSIONS[id].viaAccessSecurity)).toEqual([]);
  });

  it('S2.31 a larger office keeps the roles of a smaller one', () => {
    expect(idsOf('medium')).toEqual(expect.arrayContaining(idsOf('small')));
    expect(idsOf('large')).toEqual(expect.arrayContaining(idsOf('medium')));
  });

  it('finds no usual role where no size was chosen or the size does not use it', () => {
    expect(presetRole(null, 'provider')).toBeNull();
    expect(presetRole('small', 'security-officer')).toBeNull();
    expect(presetRole('large', 'security-officer')?.heldBy).toBe('the security official');
    expect(isOfficeSize('huge')).toBe(false);
  });
});
