// Who opened one patient's record, when and how often, as the activity log tells it (S1.23).
import { Skeleton } from '@mantine/core';
import { ACCESS_KINDS } from '../../../shared/catalogue/accessKinds.ts';
import {
  accessWhen,
  accessWho,
  countWords,
  leftOutWords,
  receiptTotals,
} from '../../../shared/catalogue/accessWords.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { LoadFailed } from '../LoadFailed.tsx';
import { showDate } from '../showTime.ts';
import classes from './AccessReceipt.module.css';

export interface AccessPeriod {
  readonly fromDay: string;
  readonly toDay: string;
}

interface AccessReceiptProps extends AccessPeriod {
  readonly patientId: string;
}

/** Loading, trouble or the receipt; each time it is shown is an entry of the log of its own. */
export function AccessReceipt(asked: AccessReceiptProps) {
  const { patientId: id, fromDay, toDay } = asked;
  const { value, refusal, reload } = useQuery('patient.findAccesses', { id, fromDay, toDay }, { keepPrevious: true });
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={200} aria-busy="true" aria-label="The list is loading" />;
  return <Receipt receipt={value} />;
}

function Receipt({ receipt }: { readonly receipt: Output<'patient.findAccesses'> }) {
  const { lines, counts, moreLines } = receipt;
  const kinds = counts.filter(({ count }) => count > 0);
  return (
    <section aria-label="Who opened the record">
      <p className={classes.total} role="status">
        <strong>{receiptTotals(receipt)}</strong>
      </p>
      {kinds.length === 0 ? null : (
        <ul className={classes.kinds}>
          {kinds.map(({ kind, count }) => (
            <li key={kind}>
              {ACCESS_KINDS[kind]}: <b>{count.toLocaleString('en-US')}</b>
            </li>
          ))}
        </ul>
      )}
      {lines.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls by itself, so a keyboard must reach it
        <section className={classes.box} aria-label="Acts, newest first" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Time</th>
                <th scope="col">Who</th>
                <th scope="col">Role then</th>
                <th scope="col">What</th>
                <th scope="col" className={classes.count}>
                  How often
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.day} ${line.lastTime} ${line.name} ${line.says} ${line.roles.join()}`}>
                  <td className={classes.day}>{showDate(line.day)}</td>
                  <td className={classes.day}>{accessWhen(line)}</td>
                  <td>{line.name}</td>
                  <td>{accessWho(line)}</td>
                  <td>{line.says}</td>
                  <td className={classes.count}>{line.count.toLocaleString('en-US')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <ul className={classes.left}>
        {moreLines === 0 ? null : <li>{countWords(moreLines, 'more line')} stand on the printed list.</li>}
        {leftOutWords(receipt).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
