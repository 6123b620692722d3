// One patient record and one day on paper: who could have opened it, and who did (N7).
import { Button, Text, TextInput } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import classes from '../../components/access/access.module.css';
import { localDay } from '../../components/localDay.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

export function DayOfRecord() {
  const [patientId, setPatientId] = useState('');
  const [day, setDay] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const print = useCommand('access.printDay', { refreshes: false });
  return (
    <form
      className={classes.question}
      aria-label="One record on one day"
      onSubmit={async (event) => {
        event.preventDefault();
        setTold(null);
        const answer = await print.run({ patientId, day });
        if (answer !== null) setTold(printedWords(answer));
      }}
    >
      <ReferenceSelect
        typeName="patient"
        label="Patient"
        isRequired
        value={patientId}
        chosenLabel={undefined}
        onChange={setPatientId}
      />
      <TextInput
        label="Day"
        type="date"
        max={localDay(Date.now())}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        disabled={patientId === '' || day === ''}
        loading={print.isRunning}
        leftSection={<Printer size={16} aria-hidden />}
      >
        Print who could and who did
      </Button>
      {print.refusal === null ? null : <RefusalCard refusal={print.refusal} />}
      {told === null ? null : (
        <Text size="sm" role="status">
          {told}
        </Text>
      )}
    </form>
  );
}

function printedWords({
  couldCount,
  didCount,
}: {
  readonly couldCount: number;
  readonly didCount: number | null;
}): string {
  const could = `${couldCount} ${couldCount === 1 ? 'person' : 'people'} could have opened it`;
  return didCount === null
    ? `One page: ${could}. What was done is left out: it needs the right “See the activity log”.`
    : `One page: ${could}; the log tells of ${didCount} ${didCount === 1 ? 'act' : 'acts'}.`;
}
