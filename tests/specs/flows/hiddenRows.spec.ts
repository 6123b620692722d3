// What a limit or a condition hides stays hidden where rows are counted, summed, imported or named in a refusal.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addExample, addExamples, type MadeRecord } from '../../support/exampleRecord.ts';
import { checkOffered, offerFile } from '../../support/importFile.ts';
import { desk, roleDesk } from '../../support/roleDesk.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
let recoveryCode: string;
let records: Map<string, MadeRecord>;
beforeEach(async () => {
  test = startTestCore();
  ({ recoveryCode } = await setUpPractice(test));
  records = await addExamples(test);
});
afterEach(() => test.close());
const { create, holder } = roleDesk(() => test);
const idOf = (type: string) => records.get(type)?.id ?? '';
const place = async (name: string) => (await addExample(test, 'location', records, { name, parentId: null })).id;

type Rights = Omit<CallInput<'user.add'>, 'info' | 'copiedFromUserId'>;
const add = (loginId: string, permissions: Rights['exceptions'][number]['permission'][], more: Partial<Rights> = {}) =>
  addActiveUser(
    test,
    loginId,
    {
      roleIds: [],
      exceptions: permissions.map((permission) => ({ permission, effect: 'grant' as const })),
      scope: { kind: 'all' },
      ...more,
    },
    loginId,
  );

describe('an import by somebody limited to a location', () => {
  it('S2.59 brings no appointment to another location, new or moved', async () => {
    const [here, there] = [await place('Here'), await place('There')];
    const patientId = (await addExample(test, 'patient', records, { locationId: here })).id;
    await add('importer', ['people:import', 'schedule:create', 'schedule:update', 'patient:read'], {
      locations: { kind: 'selected', locationIds: [here] },
    });
    const header = 'Id,START,STOP,PATIENT,PROVIDER,LOCATION';
    const visit = (id: string, day: string, location: string) =>
      `${id},2026-11-${day}T15:00:00Z,2026-11-${day}T15:30:00Z,${patientId},${idOf('provider')},${location}`;
    const rows = [visit('v1', '24', here), visit('v2', '25', there), visit('v3', '26', '')];
    offerFile(test, `${header}\n${rows.join('\n')}\n`);
    const { job } = await checkOffered(test, 'appointment', {}, 'leaveOut', 'importer');
    expect(job.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 LOCATION', '4 LOCATION']);
  });
});

describe('what is set once', () => {
  it('S4.12 a consent stays with its patient and its template', async () => {
    const { id } = await addExample(test, 'consent', records);
    const other = (await addExample(test, 'patient', records, { lastName: 'Other' })).id;
    const template = (await addExample(test, 'consentTemplate', records, { name: 'Another' })).id;
    const { version, fields } = await test.must('consent.read', { id });
    for (const moved of [{ patientId: other }, { templateId: template }])
      expect(await test.mustRefuse('consent.update', { id, version, fields: { ...fields, ...moved } })).toMatchObject({
        code: 'CONSTRAINT_VIOLATED',
      });
  });

  it('S2.106 a share stays with its patient and its person', async () => {
    const { id } = await addExample(test, 'patientGrant', records);
    const other = (await addExample(test, 'patient', records, { lastName: 'Other' })).id;
    const somebody = await add('somebody', []);
    const { version, fields } = await test.must('patientGrant.read', { id });
    for (const moved of [{ patientId: other }, { userId: somebody }])
      expect(
        await test.mustRefuse('patientGrant.update', { id, version, fields: { ...fields, ...moved } }),
      ).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });
});

describe('rows that miss a condition of the right to look (S2.63)', () => {
  const condition = (permission: 'inventory:read' | 'list:read', type: string, field: string, value: number) =>
    ({ permission, type, field, operator: 'lessThan', value }) as const;

  it('S2.63 are neither listed nor counted in the stock', async () => {
    await addExample(test, 'product', records, { name: 'Cheap', priceCents: 100, warnBelow: 5, isActive: true });
    await addExample(test, 'product', records, { name: 'Dear', priceCents: 90_000, warnBelow: 5, isActive: true });
    const role = await create(
      desk({
        permissions: ['inventory:read'],
        taskIds: [],
        conditions: [condition('inventory:read', 'product', 'priceCents', 500)],
      }),
    );
    await holder('clerk', [role], 'clerk');
    const found = await test.must('stock.find', PROCEDURES['stock.find'].example, 'clerk');
    expect(found.rows.map(({ name }) => name)).toEqual(['Cheap']);
    expect(found.total).toBe(1);
    expect(await test.must('stock.countBelow', {}, 'clerk')).toEqual({ count: 1, names: ['Cheap'] });
  });

  it('S2.63 are not told as the fee of a procedure', async () => {
    const procedureCodeId = idOf('procedureCode');
    await addExample(test, 'feeItem', records, {
      procedureCodeId,
      payerId: null,
      cents: 90_000,
      validFrom: '2026-02-01',
    });
    const role = await create(
      desk({
        permissions: ['list:read'],
        taskIds: [],
        conditions: [condition('list:read', 'feeItem', 'cents', 50_000)],
      }),
    );
    await holder('clerk', [role], 'clerk');
    const asked = { procedureCodeId, payerId: null, day: '2026-11-20' };
    expect((await test.must('feeItem.readFee', asked)).cents).toBe(90_000);
    expect((await test.must('feeItem.readFee', asked, 'clerk')).cents).not.toBe(90_000);
  });
});

describe('counts of what one does not see', () => {
  it('S2.59 S3.11 the choices of providers count the patients in reach alone', async () => {
    const here = await place('Here');
    const providerIds = [idOf('provider')];
    await addExample(test, 'patient', records, { lastName: 'Near', locationId: here, providerIds });
    await addExample(test, 'patient', records, { lastName: 'Far', locationId: null, providerIds });
    const hidden = { lastName: 'Quiet', locationId: here, providerIds, sensitivity: 'confidential' };
    await addExample(test, 'patient', records, hidden);
    await add('limited', ['user:read', 'user:update'], { locations: { kind: 'selected', locationIds: [here] } });
    const { providers } = await test.must('user.findProviderChoices', {}, 'limited');
    expect(providers.map(({ patientCount }) => patientCount)).toEqual([1]);
    // What somebody else would reach is counted as far as one sees it oneself, too.
    const userId = await add('reader', ['patient:read']);
    const { version, info, roleIds, exceptions, scope } = await test.must('user.read', { userId }, 'limited');
    const asked = { userId, version, info, roleIds, exceptions, scope };
    expect(await test.must('user.previewUpdate', asked, 'limited')).toMatchObject({ patientsBefore: 1 });
  });

  it('S3.11 a refused deletion names no records that the person may not see', async () => {
    const patientId = (await addExample(test, 'patient', records, { lastName: 'Quiet' })).id;
    await add('writer', ['patient:read', 'note:create', 'note:readMentalHealth']);
    const note = {
      patientId,
      noteDate: '2026-03-02',
      title: 'Talk',
      body: 'Long.',
      noteClass: 'mentalHealth' as const,
    };
    await test.must('note.create', { fields: note }, 'writer');
    await add('deleter', ['patient:delete', 'note:read']);
    const gone = { id: patientId, version: 1, reason: 'Entered twice.' };
    const refusal = await test.mustRefuse('patient.delete', gone, 'deleter');
    expect(refusal.code).toBe('CONSTRAINT_VIOLATED');
    expect(refusal.message).not.toContain('note');
    await add('clerk', ['patient:delete']);
    expect((await test.mustRefuse('patient.delete', gone, 'clerk')).message).not.toContain('note');
  });
});

describe('a punch of another age', () => {
  it('S2.114 is refused at once instead of being looked up week by week', async () => {
    const { id } = await test.must('punch.in', { note: '' });
    await add('boss', ['timeClock:update']);
    const correction = { id, version: 1, inAtMs: -62_000_000_000_000, outAtMs: null, note: '', reason: 'Wrong.' };
    expect(await test.mustRefuse('punch.correct', correction, 'boss')).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'inAtMs' }],
    });
  });
});

describe('ratings', () => {
  it('S2.59 that name a patient of another location are hidden from whoever is limited to one', async () => {
    const [here, there] = [await place('Here'), await place('There')];
    const rate = async (locationId: string | null) =>
      addExample(test, 'rating', records, {
        patientId: locationId === null ? null : (await addExample(test, 'patient', records, { locationId })).id,
      });
    for (const locationId of [here, there, null]) await rate(locationId);
    await add('limited', ['patient:read'], { locations: { kind: 'selected', locationIds: [here] } });
    const found = await test.must('rating.find', PROCEDURES['rating.find'].example, 'limited');
    expect(found.total).toBe(2);
  });
});

describe('the names of the people who work here', () => {
  it('S2.100 S1.23 are told neither to the recovery code nor to a patient at the desk', async () => {
    await add('kiosk', [], { roleIds: ['patient'], linkedPatientId: idOf('patient') });
    const asked = PROCEDURES['practice.findPeople'].example;
    expect(await test.must('practice.findPeople', asked, 'kiosk')).toEqual({ rows: [] });
    await test.must('session.recover', { recoveryCode }, 'R');
    expect(await test.must('practice.findPeople', asked, 'R')).toEqual({ rows: [] });
  });
});

describe('a moment that no calendar holds', () => {
  it('S5.10 is refused as input instead of failing inside', async () => {
    const userId = await add('somebody', []);
    const far = { userId, version: 1, untilMs: Number.MAX_SAFE_INTEGER, reason: 'Away.' };
    expect(await test.mustRefuse('user.lockOut', far)).toMatchObject({ code: 'INVALID_INPUT' });
    const { fields } = PROCEDURES['call.create'].example;
    const called = { ...fields, patientId: null, ownerId: userId, atMs: -Number.MAX_SAFE_INTEGER };
    expect(await test.mustRefuse('call.create', { fields: called })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(test.faults).toEqual([]);
  });
});
