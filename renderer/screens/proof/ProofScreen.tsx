// Security > Proof run: fires every act as everybody, takes all of it back, and shows tick boxes against answers (N2).
import { Alert, Button, Checkbox, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { isProcedureName, type Output } from '../../../shared/catalogue/procedures.ts';
import { actWords } from '../../components/access/actChoices.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './proof.module.css';

type Result = Output<'proof.run'>;

export function ProofScreen() {
  const run = useCommand('proof.run', { refreshes: false });
  const [result, setResult] = useState<Result | null>(null);
  const start = async () => {
    const answer = await run.run({ userId: null });
    if (answer !== null) setResult(answer);
  };
  return (
    <div className={listClasses.screen}>
      <PageHeader
        title="Proof run"
        actions={
          <Button
            leftSection={<ShieldCheck size={16} aria-hidden />}
            loading={run.isRunning}
            onClick={() => void start()}
          >
            {result === null ? 'Run the proof' : 'Run it again'}
          </Button>
        }
      />
      <Text size="sm" maw={860} mb="sm">
        Every act of the program is tried as every person who can sign in, with real records, through the same door as
        always. All of it is taken back: nothing is changed, saved or printed. The activity log keeps one entry with the
        totals and a check sum of the result.
      </Text>
      {run.refusal === null ? null : <RefusalCard refusal={run.refusal} onClose={run.clearRefusal} />}
      {run.isRunning ? (
        <Group gap="xs" role="status" my="md">
          <Loader size="sm" aria-hidden />
          <Text size="sm">
            Trying every act as everybody. This takes seconds for a small office; others wait meanwhile.
          </Text>
        </Group>
      ) : null}
      {result === null ? (
        run.isRunning ? null : (
          <EmptyState
            title="No proof was run yet"
            hint="An auditor asks: is what the tick boxes say also what happens?"
          />
        )
      ) : (
        <ProofResult result={result} />
      )}
    </div>
  );
}

function ProofResult({ result }: { readonly result: Result }) {
  const { totals, userCount, procedureCount, digest, atMs } = result;
  const isClean = totals.differenceCount === 0;
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const rows = onlyDifferent ? result.rows.filter(({ differenceCount }) => differenceCount > 0) : result.rows;
  return (
    <Stack gap="sm">
      <Alert
        variant="outline"
        color={isClean ? 'green.9' : 'red.9'}
        icon={isClean ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
        role="status"
      >
        <Text size="sm" fw={600}>
          {isClean
            ? `No difference: ${number(totals.callCount)} calls answered as the tick boxes say.`
            : `${number(totals.differenceCount)} of ${number(totals.callCount)} calls were not answered as the tick boxes say.`}
        </Text>
        <Text size="sm">
          {`${number(userCount)} people, ${number(procedureCount)} acts, ${showTime(atMs)}. ${number(totals.letInCount)} let in, ${number(totals.furtherRuleCount)} ticked but refused by a further rule, such as that nobody widens their own rights.`}
        </Text>
        <Text size="xs" className={classes.digest ?? ''}>
          SHA-256 {digest}
        </Text>
      </Alert>
      {isClean ? null : <Differences result={result} />}
      <Checkbox
        size="xs"
        label="Only rows with a difference"
        checked={onlyDifferent}
        onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
      />
      <div className="panel">
        <Table aria-label="Tick boxes against answers" verticalSpacing={4} className={classes.table ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Tick box</Table.Th>
              {COLUMNS.map(({ label }) => (
                <Table.Th key={label} scope="col" className={classes.number ?? ''}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.permission ?? 'none'}>
                <Table.Th scope="row" fw={400}>
                  {row.permission === null ? 'No box: everybody signed in' : PERMISSIONS[row.permission].label}
                </Table.Th>
                {COLUMNS.map(({ label, of }) => (
                  <Table.Td key={label} className={classes.number ?? ''}>
                    {number(of(row))}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">Total</Table.Th>
              {COLUMNS.map(({ label, of }) => (
                <Table.Td key={label} className={classes.number ?? ''} fw={600}>
                  {label === 'People ticked' ? '' : number(of({ ...totals, tickedCount: 0, permission: null }))}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </div>
    </Stack>
  );
}

const COLUMNS: readonly { readonly label: string; readonly of: (row: Result['rows'][number]) => number }[] = [
  { label: 'People ticked', of: (row) => row.tickedCount },
  { label: 'Calls', of: (row) => row.callCount },
  { label: 'Expected in', of: (row) => row.expectedCount },
  { label: 'Let in', of: (row) => row.letInCount },
  { label: 'Further rule', of: (row) => row.furtherRuleCount },
  { label: 'Refused', of: (row) => row.callCount - row.letInCount - row.furtherRuleCount },
  { label: 'Differences', of: (row) => row.differenceCount },
];

function Differences({ result }: { readonly result: Result }) {
  return (
    <div className="panel">
      <Table aria-label="Differences" verticalSpacing={4} className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Person</Table.Th>
            <Table.Th scope="col">Act</Table.Th>
            <Table.Th scope="col">Aimed at</Table.Th>
            <Table.Th scope="col">What happened</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.differences.map(({ name, procedure, aim, shouldBeLetIn }) => (
            <Table.Tr key={`${name} ${procedure} ${aim}`}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{isProcedureName(procedure) ? actWords(procedure) : procedure}</Table.Td>
              <Table.Td>{aim}</Table.Td>
              <Table.Td>
                {shouldBeLetIn ? 'refused, although the box is ticked' : 'let in, although it should not be'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function number(value: number): string {
  return value.toLocaleString();
}
