// The catalogue is complete and consistent: every call explains itself, every right is used, every word is there.
import { describe, expect, it } from 'vitest';
import { DATA_AREAS } from '../../shared/catalogue/dataAreas.ts';
import { DEFAULT_ROLES } from '../../shared/catalogue/defaultRoles.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { HIPAA } from '../../shared/catalogue/hipaa.ts';
import { OWN_EVENTS } from '../../shared/catalogue/ownEvents.ts';
import {
  areaPermission,
  PERMISSION_IDS,
  PERMISSIONS,
  SECURITY_PERMISSIONS,
} from '../../shared/catalogue/permissions.ts';
import { isProcedureName, PROCEDURE_NAMES, PROCEDURES } from '../../shared/catalogue/procedures.ts';

const ENTRIES: readonly (readonly [string, ProcedureEntry])[] = PROCEDURE_NAMES.map((name) => [name, PROCEDURES[name]]);
const MOST_WITHOUT_RIGHT = 22;
/** Opening one patient's data is one event whatever was opened; the log says what it was by the procedure. */
const SHARED_EVENTS: readonly string[] = ['sensitive_read'];

describe.each(ENTRIES)('%s', (name, entry) => {
  it('S1.03 says who may call it, and why where no right is needed', () => {
    if (entry.access.kind === 'permission') expect(PERMISSION_IDS).toContain(entry.access.permission);
    else expect(entry.access.because.length).toBeGreaterThanOrEqual(20);
  });

  it('has an example that its own schema takes', () => {
    expect(entry.input.safeParse(entry.example).success).toBe(true);
  });

  it('takes no field it does not name', () => {
    const more = { ...(entry.example as object), actorId: 'somebody else' };
    expect(entry.input.safeParse(more).success).toBe(false);
  });

  it('S1.21 stands in the log with words of its own, or says why it does not', () => {
    if ('none' in entry.audit) {
      expect(entry.audit.none.length).toBeGreaterThanOrEqual(20);
      expect(entry.kind).toBe('query');
    } else {
      expect(entry.audit.event).toMatch(/^[a-z]+(_[a-z]+)+$/);
      expect(entry.audit.says).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it('aims at a row by a field of its input', () => {
    if (entry.target !== undefined) expect(Object.keys(entry.example as object)).toContain(entry.target.idField);
  });

  it('is named after what it is about and a verb', () => {
    expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]+$/);
  });
});

describe('the procedures together', () => {
  it('S1.03 at most twenty-one need no right', () => {
    const open = ENTRIES.filter(([, { access }]) => access.kind !== 'permission').map(([name]) => name);
    console.log(`calls that need no right (${open.length}): ${open.join(', ')}`);
    expect(open.length).toBeLessThan(MOST_WITHOUT_RIGHT);
  });

  it('S1.21 no two share an event of the log unless listed', () => {
    const events = ENTRIES.flatMap(([, { audit }]) => ('event' in audit ? [audit.event] : []));
    const twice = events.filter((event, place) => events.indexOf(event) !== place);
    expect(twice.filter((event) => !SHARED_EVENTS.includes(event))).toEqual([]);
    expect(Object.keys(OWN_EVENTS).filter((event) => events.includes(event))).toEqual([]);
  });

  it('S1.24 every call that aims at one patient is in the log', () => {
    const patientCalls = ENTRIES.filter(([name]) => name.startsWith('patient.'));
    expect(patientCalls.length).toBeGreaterThan(3);
    expect(patientCalls.filter(([, { audit }]) => 'none' in audit)).toEqual([]);
  });

  it('S5.14 every call that takes the id of a patient or provider names it as its target', () => {
    const untargeted = ENTRIES.filter(([, { example, target }]) => {
      const fields = Object.keys(example as object);
      return target === undefined && (fields.includes('patientId') || fields.includes('providerId'));
    });
    expect(untargeted.map(([name]) => name)).toEqual([]);
  });

  it('P5 every command about one user that could widen rights proposes its change to the judge', () => {
    const silent = ENTRIES.filter(
      ([, { kind, target, proposes }]) => kind === 'command' && target?.kind === 'user' && !proposes,
    );
    expect(silent.map(([name]) => name)).toEqual(['user.unlock']);
  });

  it('S1.10 words that objects inherit are no procedures', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])
      expect(isProcedureName(word)).toBe(false);
  });
});

describe('the permissions', () => {
  const used = new Set<string>(
    ENTRIES.flatMap(([, { access }]) => (access.kind === 'permission' ? [access.permission] : [])),
  );

  it('S4.03 each is used by a procedure or is a cell of the matrix', () => {
    expect(Object.keys(SECURITY_PERMISSIONS).filter((id) => !used.has(id))).toEqual([]);
  });

  it('S5.07 each area offers View, and the areas people know come first', () => {
    const areas = Object.keys(DATA_AREAS) as (keyof typeof DATA_AREAS)[];
    expect(areas.slice(0, 4)).toEqual(['claim', 'list', 'financial', 'patient']);
    for (const area of areas) expect(areaPermission(area, 'read')).toBe(`${area}:read`);
  });

  it.each(PERMISSION_IDS)('S4.05 %s has a label, a sentence and a HIPAA citation that exists', (id) => {
    const { label, description, category, hipaa } = PERMISSIONS[id];
    expect(id).toMatch(/^[a-z][A-Za-z]*:[a-z][A-Za-z]*$/);
    expect(label.length).toBeGreaterThan(4);
    expect(category.length).toBeGreaterThan(2);
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(hipaa.length).toBeGreaterThan(0);
    for (const citation of hipaa) expect(Object.hasOwn(HIPAA, citation)).toBe(true);
  });

  it('S5.09 what Access Security carries, and what only a Super User gives, stays inside the security permissions', () => {
    const carried = PERMISSION_IDS.filter((id) => PERMISSIONS[id].viaAccessSecurity);
    expect(carried.every((id) => PERMISSIONS[id].onlySuperUserGives)).toBe(true);
    expect(carried).not.toContain('superUser:grant');
    expect(carried).not.toContain('accessSecurity:grant');
  });
});

describe('the shipped roles', () => {
  it('S1.01 the eight coded ones carry the published codes, and no two roles share id, code or name', () => {
    const coded = DEFAULT_ROLES.filter(({ kind }) => kind === 'coded');
    expect(coded.map(({ code }) => code)).toEqual([100, 200, 500, 525, 700, 800, 850, 999]);
    expect(DEFAULT_ROLES).toHaveLength(15);
    for (const key of ['id', 'code', 'name'] as const)
      expect(new Set(DEFAULT_ROLES.map((role) => role[key])).size).toBe(DEFAULT_ROLES.length);
  });

  it('S5.08 none carries a right that belongs to the Super User tick', () => {
    for (const { permissions } of DEFAULT_ROLES)
      expect(permissions.filter((id) => PERMISSIONS[id].category === 'Super User')).toEqual([]);
  });

  it.each(DEFAULT_ROLES.map((role) => [role.name, role] as const))('S4.02 %s states its purpose', (_name, role) => {
    expect(role.purpose).toMatch(/^[A-Z].{20,}\.$/);
  });
});
