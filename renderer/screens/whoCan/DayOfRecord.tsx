// One patient record and one day on paper: who could have opened it, and who did (N7).
import { Button, Text, TextInput, Title } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import classes from '../../components/access/access.module.css';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useToday } from '../../ipc/useToday.ts';

export function DayOfRecord() {
  const today = useToday();
  const [patientId, setPatientId] = useState('');
  const [day, setDay] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const print = useCommand('access.printDay', { refreshes: false });
  return (
    <section className="panel" aria-labelledby="day-of-record">
      <Title order={2} size="h5" id="day-of-record">
        One patient record, one day
      </Title>
      <Text size="sm" mb="xs">
        A page for the file: everybody who could have opened the record at any time of that day, by what right, and what
        the activity log tells of it.
      </Text>
      <form
        className={classes.question}
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
          isRequired={false}
          value={patientId}
          chosenLabel={undefined}
          onChange={setPatientId}
        />
        <TextInput
          label="Day"
          type="date"
          max={today}
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
      </form>
      {print.refusal === null ? null : <RefusalCard refusal={print.refusal} />}
      {told === null ? null : (
        <Text size="sm" mt="xs" role="status">
          {told}
        </Text>
      )}
    </section>
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
