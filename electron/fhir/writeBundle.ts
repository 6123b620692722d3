// Stored records as the text of a FHIR bundle, one resource after the other.
import { readImportedIds, recordIds } from '../../db/records/importedRecords.ts';
import { readRecord } from '../../db/records/storedRecord.ts';
import { readClaimCharges } from '../../db/repositories/invoiceEntries.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { charge } from '../../shared/catalogue/records/charge.ts';
import type { FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { toResource } from '../../shared/fhir/bundle.ts';
import type { FhirKind } from '../../shared/fhir/codes.ts';
import type { FhirRecord } from '../../shared/fhir/fhirRecord.ts';
import { maskRecord } from '../handlers/records/maskRecord.ts';

/** Hands out the bundle piece by piece and tells how many resources of each kind it holds, and how many charges stand on
 *  its claims. Hidden values are left out.
 *  Units: about 40 us for a record. */
export function writeBundle(
  tx: ReadTx,
  types: readonly { readonly kind: FhirKind; readonly type: RecordType }[],
  reach: RecordReach,
  write: (text: string) => void,
): { kind: string; count: number }[] {
  const nameOf = createNames(tx);
  let isFirst = true;
  write('{"resourceType":"Bundle","type":"collection","entry":[');
  let chargeCount = 0;
  const counts: { kind: string; count: number }[] = types.map(({ kind, type }) => {
    const ids = recordIds(tx, type, reach);
    for (const id of ids) {
      const record = fhirRecord(tx, type, reach, id, nameOf);
      if (record === null) throw new Error('a listed record is out of reach');
      const charges = kind === 'claim' ? chargesOf(tx, reach, id, nameOf) : [];
      chargeCount += charges.length;
      const resource = toResource(kind, { ...record, charges });
      const fullUrl = `urn:keyward:${resource.resourceType}:${record.id}`;
      write(`${isFirst ? '' : ','}\n${JSON.stringify({ fullUrl, resource })}`);
      isFirst = false;
    }
    return { kind, count: ids.length };
  });
  write('\n]}\n');
  return chargeCount === 0 ? counts : [...counts, { kind: CHARGE.name, count: chargeCount }];
}

const CHARGE = charge as unknown as RecordType;

function chargesOf(tx: ReadTx, reach: RecordReach, claimId: string, nameOf: NameOf): readonly FhirRecord[] {
  return readClaimCharges(tx, claimId).flatMap(({ id }) => fhirRecord(tx, CHARGE, reach, id, nameOf) ?? []);
}

type NameOf = (typeName: string, id: string) => string;

/** The record with other records named as the bundle names them, lists in an order of their own; null outside reach. */
function fhirRecord(tx: ReadTx, type: RecordType, reach: RecordReach, id: string, nameOf: NameOf): FhirRecord | null {
  const record = readRecord(tx, type, reach, id);
  if (record === null) return null;
  const { shown, masked } = maskRecord(type, reach, record.values);
  const values = Object.entries(shown).flatMap(([name, value]): [string, FieldValue][] => {
    if (masked.includes(name)) return [];
    const { refersTo } = type.fields[name] ?? {};
    if (refersTo === undefined || refersTo === 'user' || value === null) return [[name, value]];
    const named = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    const names = named.map((other) => nameOf(refersTo, other));
    return [[name, Array.isArray(value) ? names.toSorted() : (names[0] ?? null)]];
  });
  return { id: nameOf(type.name, id), values: Object.fromEntries(values) };
}

/** What a record is called in the bundle: by its id in the old program where FHIR allows it, so that it is known again. */
function createNames(tx: ReadTx): NameOf {
  const known = new Map<string, string>();
  return (typeName, id) => {
    const key = `${typeName} ${id}`;
    const found = known.get(key) ?? readImportedIds(tx, typeName, [id]).get(id) ?? id;
    known.set(key, found);
    return found;
  };
}
