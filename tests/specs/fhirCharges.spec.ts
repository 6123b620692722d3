// Claims with their charges through the real core, in and out of bundles of FHIR R4 (S2.107, S2.110).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallInput, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { toResource } from '../../shared/fhir/bundle.ts';
import { checkOffered, importOffered, offerFile } from '../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

const FILES = [
  ['payer', 'Id,NAME\np1,Blue Harbor Health\n'],
  ['provider', 'Id,NAME\nd1,Ria Patel\nd2,Ann Stone\n'],
  ['patient', 'Id,FIRST,LAST,BIRTHDATE,PROVIDER\nm1,Maynard,Mosciski,2014-10-06,d1\n'],
  ['procedureCode', 'Code,Description\n99213,Office visit\n90471,Vaccination\n'],
  ['diagnosisCode', 'Code,Description\nJ06.9,Acute upper respiratory infection\nI10,High blood pressure\n'],
] as const;
type Claim = ReturnType<typeof claimOf>;
type KnownRows = CallInput<'import.check'>['knownRows'];

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  for (const [kind, csv] of FILES) {
    offerFile(test, csv);
    await importOffered(test, kind);
  }
});
afterAll(() => test.close());

interface Line {
  readonly id: string;
  readonly unitCents: number;
  readonly quantity?: number;
  readonly code?: string;
}

/** A claim as this program writes it. */
function claimOf(id: string, status: string, lines: readonly Line[]) {
  const values = { patientId: 'm1', providerId: 'd1', payerId: 'p1', serviceDate: '2023-01-27', status };
  const charges = lines.map(({ id: chargeId, unitCents, quantity = 1, code = '99213' }) => ({
    id: chargeId,
    values: { providerId: 'd1', procedureCodeId: code, serviceDate: '2023-01-27', quantity, unitCents },
  }));
  return toResource('claim', { id, values: { ...values, diagnosisCodeIds: ['J06.9'] }, charges });
}

const offer = (...resources: object[]) =>
  offerFile(
    test,
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ resource })),
    }),
    'b.json',
  );
async function check(claims: readonly Claim[], knownRows: KnownRows = 'update') {
  offer(...claims);
  const { importId, job } = await checkOffered(test, 'fhir', {}, knownRows);
  return { importId, job, says: job.errors.map(({ column, message }) => `${column}: ${message}`) };
}
const bringIn = (...claims: readonly Claim[]) => {
  offer(...claims);
  return importOffered(test, 'fhir');
};
/** The claims with their charges as a saved bundle has them, without the number each practice gives anew. */
async function saved(): Promise<Record<string, unknown>[]> {
  const path = join(test.folder, 'out.json');
  test.dialogAnswers.push(path);
  await test.must('fhir.export', { kinds: ['claim'], purpose: 'Moving to another program.' });
  const { entry } = JSON.parse(readFileSync(path, 'utf8')) as { entry: { resource: Record<string, unknown> }[] };
  return entry.map(({ resource: { identifier: _number, ...rest } }) => rest);
}
const chargesOf = async (claimId: string) => {
  const { rows } = await test.must('claim.find', { ...PROCEDURES['claim.find'].example, limit: 200 });
  for (const { id } of rows) {
    const { externalId } = await test.must('claim.read', { id });
    if (externalId === claimId) return { id, ...(await test.must('claim.readCharges', { id })) };
  }
  throw new Error('no such claim');
};
const total = async () => (await test.must('charge.find', PROCEDURES['charge.find'].example)).total;

const cents = fc.integer({ min: 0, max: 99_999 });
const someCharge = fc.record({
  id: fc.uuid(),
  values: fc.record({
    providerId: fc.constantFrom('d1', 'd2'),
    procedureCodeId: fc.constantFrom('99213', '90471'),
    serviceDate: fc.constantFrom('2023-01-27', '2024-02-29'),
    quantity: fc.integer({ min: 1, max: 999 }),
    unitCents: cents,
  }),
});
const someClaim = fc.record({
  id: fc.uuid(),
  values: fc.record({
    patientId: fc.constant('m1'),
    providerId: fc.constantFrom('d1', 'd2'),
    payerId: fc.constantFrom('p1', null),
    serviceDate: fc.constantFrom('2023-01-27', '2024-02-29'),
    status: fc.constantFrom('draft', 'submitted', 'paid', 'denied', 'closed'),
    diagnosisCodeIds: fc.subarray(['I10', 'J06.9']),
  }),
  charges: fc.array(someCharge, { maxLength: 5 }),
});

describe('claims with their charges (S2.107)', () => {
  property.prop([fc.array(someClaim, { minLength: 1, maxLength: 4 })], { numRuns: 12 })(
    'S2.107 S2.110 what was brought in is saved the same again, charges and amounts too',
    async (records) => {
      const claims = records.map((record) => toResource('claim', record));
      const before = await total();
      const chargeCount = records.reduce((sum, { charges }) => sum + charges.length, 0);
      expect(await bringIn(...claims)).toBe(claims.length + chargeCount);
      const mine = (await saved()).filter(({ id }) => claims.some((claim) => claim.id === id));
      const byId = (one: { id?: unknown }, other: { id?: unknown }) => (String(one.id) < String(other.id) ? -1 : 1);
      expect(mine.toSorted(byId)).toEqual(claims.toSorted(byId));
      for (const knownRows of ['leaveOut', 'update'] as const)
        expect((await check(claims, knownRows)).job).toMatchObject({ errorCount: 0, counts: { added: 0, changed: 0 } });
      expect(await total()).toBe(before + chargeCount);
    },
    60_000,
  );

  it('S2.107 items of another program are known again by their claim and number', async () => {
    const item = (unit: number) => ({
      sequence: 1,
      productOrService: { coding: [{ code: '99213' }] },
      unitPrice: { value: unit },
    });
    const foreign = (unit: number) => ({ ...claimOf('f1', 'draft', []), item: [item(unit)] });
    expect(await bringIn(foreign(80))).toBe(2);
    const { importId, job } = await check([foreign(95.5)]);
    expect(job.counts).toMatchObject({ added: 0, changed: 1, changedFields: 1 });
    await test.must('import.apply', { importId });
    expect(await chargesOf('f1')).toMatchObject({ charges: [{ cents: 9550 }], totalCents: 9550 });
  });

  it('S2.107 are refused whole for a total that does not add up, a code or a patient nobody has', async () => {
    const before = await total();
    const wrong = { ...claimOf('w1', 'draft', [{ id: 'w11', unitCents: 100 }]), total: { value: 2, currency: 'USD' } };
    const good = claimOf('w2', 'draft', [{ id: 'w21', unitCents: 100 }]);
    const strange = claimOf('w3', 'draft', [{ id: 'w31', unitCents: 100, code: '00000' }]);
    const nobody = { ...claimOf('w4', 'draft', [{ id: 'w41', unitCents: 100 }]), patient: { reference: 'Patient/m9' } };
    const { importId, says } = await check([wrong, good, strange, nobody]);
    expect(says).toEqual([
      'Claim/w1 total: is 2.00, and the items come to 1.00',
      'Claim/w4 patient: is not the id of a patient here; import those first',
      'Claim/w3 item[0].productOrService: is not the id of a procedure code here; import those first',
    ]);
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('CONFLICT');
    expect(await total()).toBe(before);
  });
});

describe('a claim that is here already (S2.110)', () => {
  it('S2.110 takes further charges while it is a draft, and none once it was sent', async () => {
    const lines = [{ id: 's11', unitCents: 100 }];
    await bringIn(claimOf('s1', 'draft', lines), claimOf('s2', 'submitted', []));
    const more = (id: string, own: readonly Line[]) => claimOf(id, 'draft', [...own, { id: `${id}9`, unitCents: 50 }]);
    expect((await check([more('s2', [])])).says).toEqual([
      'Claim/s2 item[0]: is no longer a draft, so its charges stay as they are',
    ]);
    expect((await check([more('s1', lines), more('s2', [])], 'leaveOut')).job.counts).toEqual({
      added: 0,
      changed: 0,
      changedFields: 0,
      leftOut: 5,
    });
    const { importId, job } = await check([more('s1', lines)]);
    expect(job.counts).toMatchObject({ added: 1, changed: 0 });
    await test.must('import.apply', { importId });
    expect((await chargesOf('s1')).totalCents).toBe(150);
  });

  it('S2.110 sent between check and import stops the import', async () => {
    await bringIn(claimOf('t1', 'draft', [{ id: 't11', unitCents: 100 }]));
    const { importId, job } = await check([claimOf('t1', 'draft', [{ id: 't11', unitCents: 900 }])]);
    expect(job.counts.changed).toBe(1);
    const { id } = await chargesOf('t1');
    await test.must('claim.setStatus', { id, version: 1, status: 'submitted' });
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('CONFLICT');
    expect((await chargesOf('t1')).totalCents).toBe(100);
  });

  it('S2.110 keeps a charge as it is once it stands on an invoice', async () => {
    await bringIn(claimOf('i1', 'draft', [{ id: 'i11', unitCents: 100 }]));
    const { rows } = await test.must('patient.find', PROCEDURES['patient.find'].example);
    await test.must('invoice.create', { fields: { patientId: rows[0]?.id ?? '', issueDate: '2026-11-21' } });
    expect((await check([claimOf('i1', 'draft', [{ id: 'i11', unitCents: 900 }])])).says).toEqual([
      'Claim/i1 id: is a charge that stands on an invoice, so it stays as it is',
    ]);
  });
});

describe('charges in a CSV file (S2.107)', () => {
  it('S2.110 go onto a draft of the same patient only', async () => {
    await bringIn(claimOf('v1', 'draft', []), claimOf('v2', 'closed', []));
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE,PROVIDER\nm2,Zoe,Quigley,1990-01-02,d1\n');
    await importOffered(test, 'patient');
    const header = 'Id,PATIENT,CLAIM,PROVIDER,PROCEDURECODE,SERVICE DATE,QUANTITY,PRICE OF ONE\n';
    const line = (id: string, patient: string, claim: string, quantity: number) =>
      `${id},${patient},${claim},d1,99213,2023-01-27,${quantity},125.50\n`;
    offerFile(test, `${header}${line('x1', 'm2', 'v1', 1)}${line('x2', 'm1', 'v2', 1)}${line('x3', 'm1', 'v1', 998)}`);
    const { job } = await checkOffered(test, 'charge');
    expect(job.errors).toEqual([
      { row: 2, column: 'CLAIM', message: 'is a claim of another patient' },
      { row: 3, column: 'CLAIM', message: 'is no longer a draft, so its charges stay as they are' },
    ]);
    offerFile(test, `${header}${line('x1', 'm1', 'v1', 2)}`);
    expect(await importOffered(test, 'charge')).toBe(1);
    expect((await chargesOf('v1')).totalCents).toBe(25_100);
  });
});

describe('who brings charges in (S1.03)', () => {
  it('S1.03 needs the right to add claims and charges, and to edit them when what is here is updated', async () => {
    const held = ['people:import', 'claim:read', 'patient:create'] as const;
    const grant = (permission: 'claim:create' | (typeof held)[number]) => ({ permission, effect: 'grant' as const });
    await addActiveUser(test, 'desk', { roleIds: [], exceptions: held.map(grant), scope: { kind: 'all' } }, 'B');
    const claim = claimOf('r1', 'draft', [{ id: 'r11', unitCents: 100 }]);
    offer(claim);
    const refusal = await test.mustRefuse('import.choose', { kind: 'fhir' }, 'B');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', permission: 'claim:create' });
    const more = [...held, 'claim:create' as const].map(grant);
    await addActiveUser(test, 'adder', { roleIds: [], exceptions: more, scope: { kind: 'all' } }, 'C');
    offer(claim);
    const chosen = await test.must('import.choose', { kind: 'fhir' }, 'C');
    if (!chosen.isChosen) throw new Error('no file was offered');
    expect(chosen.contents).toEqual([
      { kind: 'claim', count: 1 },
      { kind: 'charge', count: 1 },
    ]);
    const wish = { importId: chosen.importId, mapping: {}, knownRows: 'update' as const };
    expect(await test.mustRefuse('import.check', wish, 'C')).toMatchObject({ permission: 'claim:update' });
  });

  it('S2.60 brings none in for a patient of another provider', async () => {
    const { rows } = await test.must('provider.find', PROCEDURES['provider.find'].example);
    const providerIds = rows.filter(({ title }) => title === 'Stone, Ann').map(({ id }) => id);
    const held = ['people:import', 'claim:read', 'claim:create'] as const;
    const exceptions = held.map((permission) => ({ permission, effect: 'grant' as const }));
    await addActiveUser(test, 'astone', { roleIds: [], exceptions, scope: { kind: 'selected', providerIds } }, 'D');
    offer(claimOf('o1', 'draft', [{ id: 'o11', unitCents: 100 }]));
    const { job } = await checkOffered(test, 'fhir', {}, 'leaveOut', 'D');
    expect(job.errors.map(({ column }) => column)).toContain('Claim/o1 patient');
  });
});
