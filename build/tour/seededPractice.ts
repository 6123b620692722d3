// A practice made by a seeded generator, for the tour where no files are given.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../seeded.ts';

const LAST_NAMES = ['Archer', 'Brook', 'Carter', 'Dale', 'Ellis', 'Frost', 'Grant', 'Hale', 'Irwin', 'Jones'];
const FIRST_NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gail', 'Hugo', 'Iris', 'Jack'];
const CITIES = ['Boston', 'Salem', 'Lynn', 'Quincy'];
const SPECIALTIES = ['GENERAL PRACTICE', 'PEDIATRICS', 'CARDIOLOGY'];

/** Writes providers.csv and patients.csv into `folder`: the same invented people every time. */
export function writeSeededPractice(folder: string): void {
  const random = seeded(20_261_122);
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const name = (index: number) => [pick(FIRST_NAMES), `${pick(LAST_NAMES)}${index}`] as const;
  const providers = ['Id,NAME,GENDER,SPECIALITY,CITY,STATE'];
  for (let index = 0; index < 20; index++) {
    const [first, last] = name(index);
    providers.push(`provider-${index},${first} ${last},${pick(['F', 'M'])},${pick(SPECIALTIES)},${pick(CITIES)},MA`);
  }
  const patients = ['Id,BIRTHDATE,SSN,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP'];
  for (let index = 0; index < 40; index++) {
    const [first, last] = name(index);
    const born = `19${50 + Math.floor(random() * 50)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
    patients.push(
      `patient-${index},${born},,${first},${last},${pick(['F', 'M'])},${index + 1} Elm St,${pick(CITIES)},MA,02108`,
    );
  }
  writeFileSync(join(folder, 'providers.csv'), `${providers.join('\n')}\n`);
  writeFileSync(join(folder, 'patients.csv'), `${patients.join('\n')}\n`);
}
