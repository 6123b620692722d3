// Ids of made-up providers, patients, locations and users by place, and which of them belong together.
import { testId } from '../../support/people.ts';

export const PLACES = [0, 1, 2, 3, 4];
export const providerAt = (place: number) => testId(100_000 + place);
export const patientAt = (place: number) => testId(200_001 + place);
export const locationAt = (place: number) => testId(600_000 + place);
/** The patient of each place is at the location of that place; the last one has none. */
export const locationsOfPatient = (place: number) => (place === 4 ? [] : [locationAt(place)]);
export const userAt = (place: number) => testId(900_000 + place);
/** The patient at place 0 has no provider, those after it have one or two. */
export const providersOfPatient = (place: number) =>
  place === 0 ? [] : [...new Set([place, (place * 2) % PLACES.length])].map(providerAt);
