// Terms, places and shared patients as they are stored and read (S2.28, S2.29, S2.75, S2.79, S2.106).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExceptions, readGivenRoles } from '../../../db/repositories/givenRights.ts';
import {
  locationNames,
  locationsAbove,
  locationsBelow,
  locationsInUse,
} from '../../../db/repositories/locationTree.ts';
import { patientsGrantedTo } from '../../../db/repositories/patientGrant.ts';
import { readSubjectRights } from '../../../db/repositories/rights.ts';
import { seedDefaultRoles } from '../../../db/repositories/role.ts';
import { type RightsToStore, storeRights } from '../../../db/repositories/userRights.ts';
import { type GrantTerms, UNLIMITED } from '../../../shared/authorization/grantTerms.ts';
import { DEFAULT_ROLES } from '../../../shared/catalogue/defaultRoles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addLocation, addPatient, addUser, change, look, NOW_MS, testId } from '../../support/people.ts';

const [REGION, OFFICE, ROOM, SOUTH] = [testId(11), testId(12), testId(13), testId(14)];
const stamp = { byUserId: testId(1), atMs: NOW_MS, reason: 'Asked.' };
const DATED: GrantTerms = { validFrom: '2026-11-01', validUntil: '2026-11-30', locationIds: null };

let database: TestDatabase;
let userId: string;
beforeEach(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    seedDefaultRoles(tx, DEFAULT_ROLES);
    tx.prepare(
      `INSERT INTO practice (id, name, time_zone, address, setup_step, install_id, created_at_ms)
       VALUES (1, 'Maple', 'America/New_York', '', 'finished', 'test', 0) ON CONFLICT DO NOTHING`,
    ).run();
    addLocation(tx, REGION);
    addLocation(tx, OFFICE, REGION);
    addLocation(tx, ROOM, OFFICE);
    addLocation(tx, SOUTH);
    userId = addUser(tx, 1, { roleIds: ['front-desk'] });
  });
});
afterEach(() => database.close());

const store = (rights: Partial<RightsToStore>) =>
  change(database, (tx) =>
    storeRights(tx, userId, { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' }, ...rights }, stamp),
  );
const termsOf = (roleId: string, terms: GrantTerms) => ({ roleTerms: new Map([[roleId, terms]]) });
const roles = () => look(database, (tx) => readGivenRoles(tx, userId));

describe('the location tree', () => {
  it('S2.75 finds what lies below some and above one, each with itself', () => {
    look(database, (tx) => {
      expect(locationsBelow(tx, [REGION]).toSorted()).toEqual([REGION, OFFICE, ROOM]);
      expect(locationsBelow(tx, [OFFICE, SOUTH]).toSorted()).toEqual([OFFICE, ROOM, SOUTH]);
      expect(locationsBelow(tx, [])).toEqual([]);
      expect(locationsAbove(tx, ROOM).toSorted()).toEqual([REGION, OFFICE, ROOM]);
      expect(locationsAbove(tx, REGION)).toEqual([REGION]);
    });
  });

  it('knows nothing of a location that is not there', () => {
    look(database, (tx) => {
      expect([locationsBelow(tx, [testId(99)]), locationsAbove(tx, testId(99))]).toEqual([[], []]);
      expect(locationNames(tx, [testId(99), SOUTH]).size).toBe(1);
    });
  });

  it('ends where locations run in a circle', () => {
    change(database, (tx) => tx.prepare('UPDATE location SET parent_id = ? WHERE id = ?').run(ROOM, REGION));
    look(database, (tx) => {
      expect(locationsBelow(tx, [OFFICE]).toSorted()).toEqual([REGION, OFFICE, ROOM]);
      expect(locationsAbove(tx, OFFICE).toSorted()).toEqual([REGION, OFFICE, ROOM]);
    });
  });

  it('lists those in use by name', () => {
    change(database, (tx) => tx.prepare('UPDATE location SET is_active = 0 WHERE id = ?').run(SOUTH));
    look(database, (tx) =>
      expect(locationsInUse(tx).map(({ locationId }) => locationId)).toEqual([REGION, OFFICE, ROOM]),
    );
  });
});

describe('terms of what was given', () => {
  it('S2.79 are stored with the role, read back, changed and taken away', () => {
    store(termsOf('front-desk', DATED));
    expect(roles()).toMatchObject([{ roleId: 'front-desk', terms: DATED }]);
    store(termsOf('front-desk', { ...DATED, validUntil: null }));
    expect(roles()).toMatchObject([{ terms: { validUntil: null } }]);
    store({});
    expect(roles()[0]).not.toHaveProperty('terms');
  });

  it('S2.29 keep their places, exactly those of the last change', () => {
    store(termsOf('front-desk', { ...UNLIMITED, locationIds: [OFFICE, SOUTH] }));
    store(termsOf('front-desk', { ...UNLIMITED, locationIds: [SOUTH] }));
    expect(roles()).toMatchObject([{ terms: { locationIds: [SOUTH] } }]);
    store({ roleIds: [] });
    store({});
    expect(roles()[0]).not.toHaveProperty('terms');
  });

  it('S2.29 a bound role whose last place vanishes counts nowhere', () => {
    store(termsOf('front-desk', { ...UNLIMITED, locationIds: [OFFICE] }));
    change(database, (tx) => tx.prepare('DELETE FROM user_role_location').run());
    expect(roles()).toMatchObject([{ terms: { locationIds: [] } }]);
    for (const place of [null, OFFICE, REGION]) {
      const rights = look(database, (tx) => readSubjectRights(tx, userId, NOW_MS, place));
      expect(rights?.held.has('patient:read')).toBe(false);
      expect(rights?.withheldRoles.get('front-desk')).toBe('otherLocation');
    }
  });

  it('S2.29 a role of a region counts in its offices, and the reach is narrowed to the place of work', () => {
    store(termsOf('front-desk', { ...UNLIMITED, locationIds: [REGION] }));
    const at = (place: string | null) => look(database, (tx) => readSubjectRights(tx, userId, NOW_MS, place));
    expect(at(OFFICE)?.held.has('patient:read')).toBe(true);
    expect(at(OFFICE)?.scope.locations).toEqual([OFFICE, ROOM]);
    expect(at(SOUTH)?.held.has('patient:read')).toBe(false);
    expect(at(SOUTH)?.scope.locations).toBe('all');
  });

  it('S4.07 a tick keeps its days', () => {
    const tick = { permission: 'claim:read' as const, effect: 'grant' as const };
    store({ exceptions: [{ ...tick, terms: DATED }] });
    expect(look(database, (tx) => readExceptions(tx, userId))).toEqual([{ ...tick, terms: DATED }]);
    store({ exceptions: [tick] });
    expect(look(database, (tx) => readExceptions(tx, userId))).toEqual([tick]);
  });

  it('S2.28 the location limit is stored, and brings what lies below', () => {
    store({ locations: { kind: 'selected', locationIds: [REGION] } });
    const rights = () => look(database, (tx) => readSubjectRights(tx, userId, NOW_MS));
    expect(rights()?.assignedLocations).toEqual({ kind: 'selected', locationIds: [REGION] });
    expect(rights()?.scope.locations).toEqual([REGION, OFFICE, ROOM]);
    store({ locations: { kind: 'selected', locationIds: [] } });
    expect(rights()?.scope.locations).toEqual([]);
    store({});
    expect(rights()?.scope.locations).toBe('all');
  });
});

describe('patients granted one by one', () => {
  const grant = (number: number, patient: number, validFrom: string, validUntil: string) =>
    change(database, (tx) => {
      const patientId = addPatient(tx, patient);
      tx.prepare(
        `INSERT INTO patient_grant (id, patient_id, user_id, valid_from, valid_until, reason, created_at_ms, created_by,
           changed_at_ms, changed_by) VALUES (?, ?, ?, ?, ?, 'Covers.', 0, 'test', 0, 'test')`,
      ).run(testId(number), patientId, userId, validFrom, validUntil);
      return patientId;
    });

  it('S2.106 count from the first to the last day, both included, and once each', () => {
    const patientId = grant(31, 1, '2026-11-20', '2026-11-22');
    change(database, (tx) =>
      tx
        .prepare(`INSERT INTO patient_grant SELECT ?, patient_id, user_id, valid_from, '2026-11-25', reason, 0, 'test',
        0, 'test', 1 FROM patient_grant`)
        .run(testId(32)),
    );
    const on = (day: string) => look(database, (tx) => patientsGrantedTo(tx, userId, () => day));
    expect(['2026-11-19', '2026-11-20', '2026-11-25', '2026-11-26'].map(on)).toEqual([
      [],
      [patientId],
      [patientId],
      [],
    ]);
    expect(look(database, (tx) => readSubjectRights(tx, userId, NOW_MS))?.scope.patientIds).toEqual([patientId]);
  });

  it('asks for no day where nothing is granted', () => {
    const never = () => {
      throw new Error('asked');
    };
    expect(look(database, (tx) => patientsGrantedTo(tx, userId, never))).toEqual([]);
  });
});
