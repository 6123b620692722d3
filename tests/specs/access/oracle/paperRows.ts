// Which records somebody is shown, written from the feature list alone: limits, places, shared patients, labels, rules.
import { paperMoment } from './paperClock.ts';
import { heldBack, placesAbove, waysNow } from './paperRights.ts';
import { hoursOf } from './paperRoles.ts';
import type { PaperPerson, PaperPractice, PaperRecord, PaperRule } from './practice.ts';

/** Rows of a label need a right of their own (S3.11), fields of a mask too (S2.60). */
const LABEL_CELLS: readonly (readonly [label: string, cell: string])[] = [
  ['mentalHealth', 'note:readMentalHealth'],
  ['substanceUse', 'note:readSubstanceUse'],
  ['confidential', 'patient:readConfidential'],
];
const MASK_CELLS: readonly (readonly [mask: string, cell: string])[] = [
  ['ssn', 'patient:readSsn'],
  ['insurance', 'patient:readInsurance'],
  ['phone', 'patient:readPhone'],
];
/** Where one's own rows are enough (S2.27). */
const OWN_AREAS = ['note', 'call', 'timeClock'];

/** How the fields that rules may name are compared; a field that is not here cannot be judged. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, 'amount' | 'day' | 'choice' | 'yesNo'>>>> = {
  refund: { cents: 'amount', method: 'choice', state: 'choice', isApprovedAlone: 'yesNo', paidDate: 'day' },
  payment: { cents: 'amount', method: 'choice', paidDate: 'day' },
};

/** The limits of a person; an empty list lets nothing through. */
export interface PaperLimit {
  readonly providers: 'everybody' | readonly string[];
  readonly places: 'everywhere' | readonly string[];
  /** Shown whatever the two say. */
  readonly patients: readonly string[];
}

export const NOTHING: PaperLimit = { providers: [], places: [], patients: [] };

/** S5.13, S5.14, S2.28, S2.75, S2.106, S1.23. */
export function limitOf(person: PaperPerson, practice: PaperPractice): PaperLimit {
  if (person.isSuperUser) return { providers: 'everybody', places: 'everywhere', patients: [] };
  if (person.linked !== null) return { providers: [], places: [], patients: [person.linked] };
  if (person.roles.some(({ role }) => role === 'patient')) return NOTHING;
  const { day } = paperMoment(practice.nowMs, practice.zone);
  const shared = person.shared.filter(({ from, until }) => from <= day && day <= until);
  return {
    providers: person.sees,
    places: person.places === 'everywhere' ? 'everywhere' : placesWithin(person.places, practice),
    patients: shared.map(({ patient }) => patient),
  };
}

/** S2.29: while a role of one place counts, no other place is seen. */
export function limitAtWork(person: PaperPerson, practice: PaperPractice): PaperLimit {
  const limit = limitOf(person, practice);
  if (person.isSuperUser || person.worksAt === null) return limit;
  const isAtWork = person.roles.some(({ role, from, until, at }) => {
    if (at === null) return false;
    const found = practice.roles.find(({ name }) => name === role);
    return (
      found !== undefined &&
      heldBack({ from, until, at, hours: hoursOf(found, practice), rules: [] }, person, practice).length === 0
    );
  });
  if (!isAtWork) return limit;
  const here = placesWithin([person.worksAt], practice);
  const { places } = limit;
  return { ...limit, places: places === 'everywhere' ? here : here.filter((place) => places.includes(place)) };
}

function placesWithin(places: readonly string[], practice: PaperPractice): string[] {
  return practice.locations
    .map(({ name }) => name)
    .filter((name) => placesAbove(name, practice).some((above) => places.includes(above)));
}

/** Everything a call of this person shows. */
export interface PaperReach extends PaperLimit {
  readonly ways: readonly { readonly onlyOf: string | null; readonly rules: readonly PaperRule[] }[];
  readonly hiddenLabels: readonly string[];
  readonly hiddenMasks: readonly string[];
}

export function reachOf(person: PaperPerson, practice: PaperPractice, cell: string | null): PaperReach {
  const now = waysNow(person, practice);
  const isWhole = (right: string) => now.get(right)?.some(({ rules }) => rules.length === 0) === true;
  const hiddenLabels = LABEL_CELLS.filter(([, right]) => !isWhole(right)).map(([label]) => label);
  const hiddenMasks = MASK_CELLS.filter(([, right]) => !isWhole(right)).map(([mask]) => mask);
  const ways: { onlyOf: string | null; rules: readonly PaperRule[] }[] = [];
  if (cell === null) ways.push({ onlyOf: null, rules: [] });
  else {
    for (const { rules } of now.get(cell) ?? []) ways.push({ onlyOf: null, rules });
    for (const { rules } of now.get(ownOf(cell)) ?? []) ways.push({ onlyOf: person.name, rules });
  }
  return { ...limitAtWork(person, practice), ways, hiddenLabels, hiddenMasks };
}

/** The right over one's own rows, or a word for none. */
export function ownOf(cell: string): string {
  const [area = ''] = cell.split(':');
  return OWN_AREAS.includes(area) ? `${cell}Own` : '';
}

/** S5.13, S5.14, S2.27, S2.28, S2.63, S2.106, S3.11: is this one record shown? */
export function isShown(record: PaperRecord, reach: PaperReach): boolean {
  for (const label of record.labels) if (reach.hiddenLabels.includes(label)) return false;
  const isOpen = reach.ways.some(
    ({ onlyOf, rules }) => (onlyOf === null || record.owner === onlyOf) && rules.every((rule) => isKept(record, rule)),
  );
  if (!isOpen) return false;
  if (record.patient !== null && reach.patients.includes(record.patient)) return true;
  return (
    (record.providers === 'none by nature' ||
      reach.providers === 'everybody' ||
      meet(record.providers, reach.providers)) &&
    (record.locations === 'none by nature' || reach.places === 'everywhere' || meet(record.locations, reach.places))
  );
}

/** The same without any rule: who would be let through if only the rules were not there. */
export function withoutRules(reach: PaperReach): PaperReach {
  return { ...reach, ways: reach.ways.map(({ onlyOf }) => ({ onlyOf, rules: [] })) };
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) for (const other of others) if (one === other) return true;
  return false;
}

/** S2.63; deny while in doubt: a field that is not there or cannot be compared lets nothing through. */
export function isKept(
  { kind, fields }: Pick<PaperRecord, 'kind' | 'fields'>,
  { kind: of, field, sign, constant }: PaperRule,
): boolean {
  if (of !== kind) return true;
  const how = FIELDS[kind]?.[field];
  const value = fields[field];
  if (how === undefined || value === undefined || value === null) return false;
  const type = how === 'amount' ? 'number' : how === 'yesNo' ? 'boolean' : 'string';
  if (typeof value !== type || typeof constant !== type) return false;
  if (sign === '=') return value === constant;
  if (sign === '!=') return value !== constant;
  if (how === 'choice' || how === 'yesNo') return false;
  const order = value < constant ? -1 : value > constant ? 1 : 0;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[sign];
}
