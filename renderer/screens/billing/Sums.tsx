// A few sums side by side, the one that matters most larger than the others.
import { showCents } from '../../components/record/showCents.ts';
import classes from './billing.module.css';

interface SumsProps {
  readonly label: string;
  readonly sums: readonly { readonly name: string; readonly cents: number; readonly isMain?: true }[];
}

export function Sums({ label, sums }: SumsProps) {
  return (
    <dl className={classes.sums} aria-label={label}>
      {sums.map(({ name, cents, isMain }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isMain ? classes.main : undefined}>{showCents(cents)}</dd>
        </div>
      ))}
    </dl>
  );
}
