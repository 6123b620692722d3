import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRecords } from '../../../db/records/findRecords.ts';
import {
  appointmentsBetween,
  breaksOf,
  collisions,
  countFutureBooked,
  hoursOf,
  providersToShow,
} from '../../../db/repositories/schedule.ts';
import { EVERY_ROW, type RecordReach } from '../../../shared/authorization/scope.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { queryPlans } from '../../support/queryPlans.ts';

const LIMITED: RecordReach = { ...EVERY_ROW, providers: ['provider-1'], hiddenLabels: ['confidential'] };
const RANGE = { fromMs: 0, toMs: 1 };
const WHOSE = { providerIds: ['provider-1', 'provider-2'], locationId: null };

let test: TestDatabase;
beforeAll(() => {
  test = createTestDatabase();
});
afterAll(() => test.close());

describe('the schedule of a million appointments', () => {
  it.each([
    ['everybody', EVERY_ROW],
    ['a limited user', LIMITED],
  ] as const)('S2.108 a day or week of %s is one statement, found by provider and start', (_who, reach) => {
    const plans = queryPlans(test.db, (tx) => appointmentsBetween(tx, reach, RANGE, WHOSE, 100));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toContain(
      'SEARCH appointment USING INDEX appointment_by_provider (provider_id=? AND starts_at_ms>? AND starts_at_ms<?)',
    );
    expect(plans[0]).not.toMatch(/SCAN (appointment|patient|location)/);
  });

  it('S5.14 the list of a limited user is counted from an index alone', () => {
    const type = recordTypeNamed('appointment');
    if (type === null) throw new Error('no appointments');
    const query = { search: '', sort: 'startsAtMs', isDescending: true, filter: noFilter(type), offset: 0, limit: 50 };
    const [count] = queryPlans(test.db, (tx) => findRecords(tx, type, LIMITED, query));
    expect(count).toContain('SEARCH appointment USING COVERING INDEX appointment_by_provider (provider_id=?)');
  });

  it('S2.33 what would collide is found by provider or patient and start', () => {
    const plans = [{ providerId: 'one' }, { patientId: 'one' }].flatMap((who) =>
      queryPlans(test.db, (tx) => collisions(tx, LIMITED, who, RANGE, null)),
    );
    expect(plans[0]).toContain('appointment_by_provider (provider_id=? AND starts_at_ms>? AND starts_at_ms<?)');
    expect(plans[1]).toContain('appointment_by_patient (patient_id=? AND starts_at_ms>? AND starts_at_ms<?)');
  });

  it('S2.33 what a leaving provider or location has ahead is counted by index', () => {
    const plans = [{ providerId: 'one' }, { locationId: 'one' }].flatMap((of) =>
      queryPlans(test.db, (tx) => countFutureBooked(tx, of, 0)),
    );
    for (const plan of plans) expect(plan).toMatch(/SEARCH appointment USING INDEX appointment_by_(provider|location)/);
  });

  it('S2.33 hours, breaks and the providers of a range are found without reading all appointments', () => {
    const plans = queryPlans(test.db, (tx) => [
      hoursOf(tx, ['one']),
      breaksOf(tx, ['one'], '2026-11-22', '2026-11-23'),
      providersToShow(tx, EVERY_ROW, [], RANGE, 12),
    ]);
    expect(plans.join('\n')).toContain('SEARCH working_hours USING INDEX working_hours_by_provider');
    expect(plans.join('\n')).toContain('SEARCH provider_break USING INDEX provider_break_by_provider');
    for (const plan of plans) expect(plan).not.toContain('SCAN appointment');
  });
});
