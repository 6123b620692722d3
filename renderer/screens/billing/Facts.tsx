// What the program itself wrote into a record: names and values, nothing to type.
import type { ReactNode } from 'react';
import classes from './billing.module.css';

interface FactsProps {
  readonly facts: readonly (readonly [string, ReactNode])[];
}

/** Facts without a value are left out. */
export function Facts({ facts }: FactsProps) {
  const known = facts.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return (
    <dl className={classes.facts}>
      {known.map(([name, value]) => (
        <FactLine key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
