// The charges of a claim as the items of a FHIR R4 Claim, both ways.
import { chargeCents, sumCents } from '../billing/invoiceAccount.ts';
import { Cells, type FhirRecord, idsOf, type ReadResource, referenceTo, textOf } from './fhirRecord.ts';
import { centsOf, dollarsOf, toMoney } from './money.ts';
import type { ClaimItem, ClaimResource, Money, Reference } from './resources.ts';

/** The id of a charge in the program that keeps it; `Element.id` is only unlike the others of the same claim. */
const CHARGE_ID = 'urn:keyward:charge';

type Fault = (path: string, message: string) => void;

/** One item as cells of a charge. */
export interface ItemRow {
  readonly externalId: string;
  readonly read: ReadResource;
}

/** The elements that hold the charges. Which diagnosis a service was for is not known here, so no item names one. */
export function itemElements(
  charges: readonly FhirRecord[],
  providerId: string,
): Pick<ClaimResource, 'careTeam' | 'item' | 'total'> {
  if (charges.length === 0) return {};
  const providers = charges.map((charge) => idsOf(charge, 'providerId')[0] ?? providerId);
  const others = [...new Set(providers)].filter((id) => id !== providerId);
  const item = charges.map((charge, at) => {
    const member = others.indexOf(providers[at] ?? providerId);
    return {
      extension: [{ url: CHARGE_ID, valueString: charge.id }],
      sequence: at + 1,
      ...(member === -1 ? {} : { careTeamSequence: [member + 1] }),
      productOrService: { coding: [{ code: textOf(charge, 'procedureCodeId') }] },
      servicedDate: textOf(charge, 'serviceDate'),
      quantity: { value: priceOf(charge).quantity },
      unitPrice: toMoney(priceOf(charge).unitCents),
      net: toMoney(chargeCents(priceOf(charge))),
    };
  });
  return {
    ...(others.length === 0
      ? {}
      : { careTeam: others.map((id, at) => ({ sequence: at + 1, provider: referenceTo('provider', id) })) }),
    item,
    total: toMoney(sumCents(charges.map((charge) => chargeCents(priceOf(charge))))),
  };
}

/** The items as rows of charges; what a claim as a whole says of them goes to `fault` when it does not hold. */
export function readItems(
  resource: ClaimResource,
  claim: { readonly externalId: string | null; readonly read: ReadResource },
  idIn: (reference: Reference | undefined, typeName: string, path: string) => string | undefined,
  fault: Fault,
): ItemRow[] {
  const items = resource.item ?? [];
  const { externalId } = claim;
  if (externalId === null && items.length > 0) fault('id', 'is missing, and the items of a claim are known by it');
  const sequences = new Set<number>();
  const nets: number[] = [];
  const rows = items.map((item, at): ItemRow => {
    const path = `item[${at}]`;
    if (sequences.has(item.sequence)) fault(`${path}.sequence`, 'stands in an item before already');
    sequences.add(item.sequence);
    const price = readPrice(item, path, fault);
    if (price !== null) nets.push(chargeCents(price));
    const cells = new Cells();
    cells.add('claimId', path, externalId ?? undefined);
    cells.add('patientId', 'patient', claim.read.texts.patientId);
    cells.add('providerId', path, readProvider(resource, item, path, idIn, fault) ?? claim.read.texts.providerId);
    cells.add('procedureCodeId', `${path}.productOrService`, item.productOrService.coding?.[0]?.code);
    const day = item.servicedDate ?? item.servicedPeriod?.start;
    cells.add('serviceDate', `${path}.servicedDate`, day ?? claim.read.texts.serviceDate);
    cells.add('quantity', `${path}.quantity`, String(quantityOf(item)));
    cells.add('unitCents', `${path}.unitPrice`, price === null ? undefined : dollarsOf(price.unitCents));
    const own = item.extension?.find(({ url }) => url === CHARGE_ID)?.valueString;
    return { externalId: own ?? `${externalId ?? ''}-${item.sequence}`, read: cells };
  });
  if (resource.total !== undefined && nets.length === items.length) checkTotal(resource.total, sumCents(nets), fault);
  return rows;
}

/** Quantity and price of one, where both can be told in whole cents. */
function readPrice(item: ClaimItem, path: string, fault: Fault): ReturnType<typeof priceOf> | null {
  const quantity = quantityOf(item);
  if (item.factor !== undefined && item.factor !== 1) return wrong('factor', 'is not 1, and a charge here has none');
  if (!Number.isSafeInteger(quantity) || quantity < 1) return wrong('quantity', 'is not a whole number above zero');
  const unit = item.unitPrice === undefined ? null : centsOf(item.unitPrice);
  const net = item.net === undefined ? null : centsOf(item.net);
  if (typeof unit === 'string') return wrong('unitPrice', unit);
  if (typeof net === 'string') return wrong('net', net);
  const unitCents = unit ?? (net === null ? null : net / quantity);
  if (unitCents === null) return wrong('unitPrice', 'must be filled in');
  if (!Number.isInteger(unitCents)) return wrong('net', 'cannot be split into equal prices in whole cents');
  if (net !== null && net !== unitCents * quantity) return wrong('net', 'is not the quantity times the price of one');
  return { quantity, unitCents };

  function wrong(element: string, message: string): null {
    fault(`${path}.${element}`, message);
    return null;
  }
}

function readProvider(
  { careTeam = [] }: ClaimResource,
  { careTeamSequence }: ClaimItem,
  path: string,
  idIn: (reference: Reference | undefined, typeName: string, path: string) => string | undefined,
  fault: Fault,
): string | undefined {
  const wanted = careTeamSequence?.[0];
  if (wanted === undefined) return undefined;
  const at = careTeam.findIndex(({ sequence }) => sequence === wanted);
  if (at !== -1) return idIn(careTeam[at]?.provider, 'provider', `careTeam[${at}].provider`);
  fault(`${path}.careTeamSequence`, 'names nobody of the care team');
  return undefined;
}

function checkTotal(total: Money, cents: number, fault: Fault): void {
  const said = centsOf(total);
  if (typeof said === 'string') fault('total', said);
  else if (said !== cents) fault('total', `is ${dollarsOf(said)}, and the items come to ${dollarsOf(cents)}`);
}

function quantityOf({ quantity }: ClaimItem): number {
  return quantity?.value ?? 1;
}

function priceOf({ values }: FhirRecord): { readonly quantity: number; readonly unitCents: number } {
  return { quantity: Number(values.quantity), unitCents: Number(values.unitCents) };
}
