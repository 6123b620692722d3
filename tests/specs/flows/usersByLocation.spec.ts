// The list of users narrowed to those whose location limit reaches a place, and the limits a copy keeps (S2.75).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIVE_USERS } from '../../../shared/catalogue/userList.ts';
import { addExample, addExamples, type MadeRecord } from '../../support/exampleRecord.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
let records: Map<string, MadeRecord>;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  records = await addExamples(test);
});
afterEach(() => test.close());

describe('S2.75 users by location', () => {
  it('are those limited to it or to what it is part of, those with all locations, and Super Users; no patient', async () => {
    const place = async (name: string, parentId: string | null = null) =>
      (await addExample(test, 'location', records, { name, parentId })).id;
    const region = await place('Region');
    const office = await place('Office', region);
    const elsewhere = await place('Elsewhere');
    const add = (loginId: string, locationIds: string[] | null) =>
      addActiveUser(
        test,
        loginId,
        {
          roleIds: ['front-desk'],
          exceptions: [],
          scope: { kind: 'all' },
          locations: locationIds === null ? { kind: 'all' } : { kind: 'selected', locationIds },
        },
        loginId,
      );
    await add('everywhere', null);
    await add('inregion', [region]);
    await add('inoffice', [office]);
    await add('other', [elsewhere]);
    await add('nowhere', []);
    const linkedPatientId = (await addExample(test, 'patient', records, { lastName: 'Own' })).id;
    await addActiveUser(
      test,
      'ownrecord',
      { roleIds: ['patient'], exceptions: [], scope: { kind: 'all' }, linkedPatientId },
      'ownrecord',
    );
    const { rows: everybody } = await test.must('user.find', { ...ACTIVE_USERS, offset: 0, limit: 50 });
    const superUsers = everybody.filter(({ isSuperUser }) => isSuperUser).map(({ loginId }) => loginId);
    const logins = async (locationId: string) => {
      const { rows, total } = await test.must('user.find', { ...ACTIVE_USERS, locationId, offset: 0, limit: 50 });
      expect(total).toBe(rows.length);
      return rows
        .map(({ loginId }) => loginId)
        .filter((loginId) => !superUsers.includes(loginId))
        .toSorted();
    };
    expect(superUsers.length).toBeGreaterThan(0);
    expect(await logins(office)).toEqual(['everywhere', 'inoffice', 'inregion']);
    expect(await logins(region)).toEqual(['everywhere', 'inregion']);
    expect(await logins(elsewhere)).toEqual(['everywhere', 'other']);
  });

  it('the review of a change names days and places in words', async () => {
    const office = (await addExample(test, 'location', records, { name: 'Office' })).id;
    const rights = { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' as const } };
    const userId = await addActiveUser(test, 'desk', rights, 'desk');
    const { version, info } = await test.must('user.read', { userId });
    const { terms } = await test.must('user.previewUpdate', {
      ...rights,
      userId,
      version,
      info,
      roleTerms: [
        { roleId: 'front-desk', dates: { validFrom: null, validUntil: '2026-12-31' }, locationIds: [office] },
      ],
      exceptions: [{ permission: 'claim:read', effect: 'grant', dates: { validFrom: null, validUntil: '2026-12-24' } }],
      locations: { kind: 'selected', locationIds: [office] },
    });
    expect(terms).toEqual([
      { field: 'Terms of Front desk', old: null, new: 'until 2026-12-31, at Office' },
      { field: 'Location limit', old: 'All Locations', new: 'Office' },
      { field: 'Dates of Claims: View', old: null, new: 'until 2026-12-24' },
    ]);
  });
});
