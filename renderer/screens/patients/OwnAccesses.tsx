// "Who opened my record", for the patient at the desk (S1.23).
import { Button } from '@mantine/core';
import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '../../../shared/schedule/days.ts';
import { AccessReceipt } from '../../components/access/AccessReceipt.tsx';
import { useFocusOnShow } from '../../components/useFocusOnShow.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useToday } from '../../ipc/useToday.ts';
import classes from './OwnRecord.module.css';
import { PrintOutcome } from './PrintOutcome.tsx';

/** Buttons instead of dates to type. Six years is how far back a patient may ask (45 CFR 164.528(a)(1)). */
const SPANS = [
  { label: 'Last 30 days', days: 30 },
  { label: 'Last year', days: 365 },
  { label: 'Last six years', days: 6 * 365 + 2 },
] as const;
const USUAL = 365;

interface OwnAccessesProps {
  readonly patientId: string;
  readonly onBack: () => void;
}

export function OwnAccesses({ patientId, onBack }: OwnAccessesProps) {
  const today = useToday();
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const [days, setDays] = useState<number>(USUAL);
  const [isPrinted, setIsPrinted] = useState(false);
  const receipt = useCommand('patient.printAccesses', { refreshes: false });
  const period = { fromDay: addDays(today, -days), toDay: today };
  const print = async () => {
    setIsPrinted(false);
    setIsPrinted((await receipt.run({ id: patientId, ...period, purpose: 'Asked by the patient' })) !== null);
  };
  return (
    <>
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1}>
          Who opened my record
        </h1>
        <div className={classes.acts}>
          <Button
            className={classes.act ?? ''}
            variant="default"
            leftSection={<ArrowLeft size={22} aria-hidden />}
            onClick={onBack}
          >
            Back to my record
          </Button>
          <Button
            className={classes.act ?? ''}
            leftSection={<Printer size={22} aria-hidden />}
            loading={receipt.isRunning}
            onClick={() => void print()}
          >
            Print this list
          </Button>
        </div>
      </header>
      <PrintOutcome
        refusal={receipt.refusal}
        said={isPrinted ? 'Your list is at the printer. Take it with you.' : null}
      />
      <fieldset className={classes.spans} aria-label="How far back">
        {SPANS.map((span) => (
          <Button
            key={span.days}
            className={classes.act ?? ''}
            variant={span.days === days ? 'filled' : 'default'}
            aria-pressed={span.days === days}
            onClick={() => setDays(span.days)}
          >
            {span.label}
          </Button>
        ))}
      </fieldset>
      <AccessReceipt patientId={patientId} {...period} />
    </>
  );
}
