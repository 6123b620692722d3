// The charges of a claim as items and back, in whole cents; what does not add up is named (S2.107, S2.110).
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readBundle, toResource } from '../../../../shared/fhir/bundle.ts';
import { centsOf, toMoney } from '../../../../shared/fhir/money.ts';

const someId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,20}$/);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const someCharge = fc.record({
  id: someId,
  values: fc.record({
    providerId: someId,
    procedureCodeId: someId,
    serviceDate: day,
    quantity: fc.integer({ min: 1, max: 999 }),
    // Times the quantity never more than one entry may hold.
    unitCents: fc.integer({ min: 0, max: 100_000 }),
  }),
});
const CLAIM = { patientId: 'm1', providerId: 'd1', serviceDate: '2023-01-27', status: 'draft' };
const MONEY = (value: number, currency = 'USD') => ({ value, currency });

const claimWith = (more: object): Record<string, unknown> => ({
  resourceType: 'Claim',
  id: 'c1',
  status: 'active',
  patient: { reference: 'Patient/m1' },
  provider: { reference: 'Practitioner/d1' },
  created: '2023-01-27',
  ...more,
});
const item = (more: object = {}) => ({
  sequence: 1,
  productOrService: { coding: [{ code: '99213' }] },
  quantity: { value: 2 },
  unitPrice: MONEY(12.5),
  ...more,
});
const read = (...resources: object[]) => {
  const content = { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) };
  const bundle = readBundle(JSON.parse(JSON.stringify(content)));
  const faults = bundle?.rows.claim.flatMap(({ problems }) =>
    problems.map(({ path, message }) => `${path}: ${message}`),
  );
  return { faults, charges: bundle?.charges ?? [] };
};

describe('charges as items (S2.107)', () => {
  property.prop([fc.uniqueArray(someCharge, { maxLength: 6, selector: ({ id }) => id })], { numRuns: 200 })(
    'S2.107 S2.110 every charge of a claim comes back the same, to the cent',
    (charges) => {
      const { faults, charges: rows } = read(toResource('claim', { id: 'c1', values: CLAIM, charges }));
      expect(faults).toEqual([]);
      expect(rows.map(({ externalId }) => externalId)).toEqual(charges.map(({ id }) => id));
      expect(rows.map((row) => row.read.texts)).toEqual(
        charges.map(({ values }) => ({
          ...values,
          claimId: 'c1',
          patientId: 'm1',
          quantity: String(values.quantity),
          unitCents: (values.unitCents / 100).toFixed(2),
        })),
      );
    },
  );

  property.prop([fc.integer({ min: 0, max: 99_999_999_999 })])(
    'S2.110 an amount in cents is the same amount after it was Money in a file',
    (cents) => {
      expect(centsOf(JSON.parse(JSON.stringify(toMoney(cents))))).toBe(cents);
    },
  );

  it('a claim without charges has no items and no total', () => {
    const resource = toResource('claim', { id: 'c1', values: CLAIM, charges: [] });
    for (const element of ['item', 'total', 'careTeam']) expect(resource).not.toHaveProperty(element);
  });

  it('S2.110 writes each item with its net and the claim with its total', () => {
    const values = {
      providerId: 'd2',
      procedureCodeId: '99213',
      serviceDate: '2023-01-28',
      quantity: 3,
      unitCents: 4005,
    };
    expect(toResource('claim', { id: 'c1', values: CLAIM, charges: [{ id: 'h1', values }] })).toMatchObject({
      careTeam: [{ sequence: 1, provider: { reference: 'Practitioner/d2' } }],
      item: [
        {
          sequence: 1,
          careTeamSequence: [1],
          productOrService: { coding: [{ code: '99213' }] },
          servicedDate: '2023-01-28',
          quantity: { value: 3 },
          unitPrice: { value: 40.05, currency: 'USD' },
          net: { value: 120.15, currency: 'USD' },
        },
      ],
      total: { value: 120.15, currency: 'USD' },
    });
  });
});

describe('items of another program (S2.107)', () => {
  it('S2.107 are known by the claim and their sequence, and take what they leave open from the claim', () => {
    const { faults, charges } = read(
      claimWith({ item: [item({ sequence: 4, quantity: undefined, unitPrice: undefined, net: MONEY(25) })] }),
    );
    expect(faults).toEqual([]);
    expect(charges[0]).toMatchObject({ entry: 1, name: 'Claim/c1', externalId: 'c1-4' });
    expect(charges[0]?.read.texts).toEqual({
      claimId: 'c1',
      patientId: 'm1',
      providerId: 'd1',
      procedureCodeId: '99213',
      serviceDate: '2023-01-27',
      quantity: '1',
      unitCents: '25.00',
    });
  });

  it.each([
    ['a total that is another', { item: [item()], total: MONEY(30) }, 'total: is 30.00, and the items come to 25.00'],
    ['a total of nothing', { total: MONEY(30) }, 'total: is 30.00, and the items come to 0.00'],
    [
      'a net that is another',
      { item: [item({ net: MONEY(24.99) })] },
      'item[0].net: is not the quantity times the price of one',
    ],
    [
      'a fraction of a cent',
      { item: [item({ unitPrice: MONEY(0.125) })] },
      'item[0].unitPrice: is not an amount in dollars and whole cents, such as 125.50',
    ],
    [
      'an amount below zero',
      { item: [item({ unitPrice: MONEY(-5) })] },
      'item[0].unitPrice: is not an amount in dollars and whole cents, such as 125.50',
    ],
    [
      'another currency',
      { item: [item({ unitPrice: MONEY(5, 'EUR') })] },
      'item[0].unitPrice: is in another currency, and amounts here are in US dollars',
    ],
    [
      'a net that cannot be split',
      { item: [item({ unitPrice: undefined, net: MONEY(0.25) })] },
      'item[0].net: cannot be split into equal prices in whole cents',
    ],
    ['no price', { item: [item({ unitPrice: undefined })] }, 'item[0].unitPrice: must be filled in'],
    [
      'half a service',
      { item: [item({ quantity: { value: 0.5 } })] },
      'item[0].quantity: is not a whole number above zero',
    ],
    ['a factor', { item: [item({ factor: 0.8 })] }, 'item[0].factor: is not 1, and a charge here has none'],
    ['two items of one number', { item: [item(), item()] }, 'item[1].sequence: stands in an item before already'],
    [
      'nobody of the care team',
      { item: [item({ careTeamSequence: [2] })] },
      'item[0].careTeamSequence: names nobody of the care team',
    ],
    [
      'no id of the claim',
      { id: undefined, item: [item()] },
      'id: is missing, and the items of a claim are known by it',
    ],
  ])('S2.110 with %s are refused, named by element', (_what, more, fault) => {
    expect(read(claimWith(more))).toEqual({ faults: [fault], charges: [] });
  });
});
