// The expectations as sentences: broken ones first, with those because of whom and since when.
import { Button, Table, Text } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { Can } from '../../access/Can.tsx';
import { showTime } from '../../components/showTime.ts';
import classes from './expectations.module.css';

export type Expectation = Output<'expectation.find'>['expectations'][number];

interface ExpectationTableProps {
  readonly expectations: readonly Expectation[];
  readonly onDelete: (expectation: Expectation) => void;
}

export function ExpectationTable({ expectations, onDelete }: ExpectationTableProps) {
  return (
    <div className={`panel ${classes.list}`}>
      <Table aria-label="Expectations" verticalSpacing={6} className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col">Expectation</Table.Th>
            <Table.Th scope="col">Written by</Table.Th>
            <Table.Th scope="col">
              <span className={classes.hidden}>Act</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {expectations.map((expectation) => (
            <Table.Tr key={expectation.expectationId}>
              <Table.Td>
                <State isBroken={expectation.isBroken} />
              </Table.Td>
              <Table.Th scope="row" fw={400}>
                <Text size="sm" fw={expectation.isBroken ? 600 : 400}>
                  {expectationSentence(expectation)}
                </Text>
                <Text size="xs" c="dimmed">
                  {verdictWords(expectation)}
                </Text>
              </Table.Th>
              <Table.Td>
                {expectation.createdBy}, {showTime(expectation.createdAtMs)}
              </Table.Td>
              <Table.Td>
                <Can permission="user:update">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Delete: ${expectationSentence(expectation)}`}
                    onClick={() => onDelete(expectation)}
                  >
                    Delete…
                  </Button>
                </Can>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function State({ isBroken }: { readonly isBroken: boolean }) {
  return (
    <span className={classes.state} data-broken={isBroken || undefined}>
      {isBroken ? <X size={16} aria-hidden /> : <Check size={16} aria-hidden />}
      {isBroken ? 'Broken' : 'Holds'}
    </span>
  );
}

function verdictWords({ isBroken, isMust, brokenBy, brokenSinceMs, askedCount, who }: Expectation): string {
  const since = brokenSinceMs === null ? '' : ` Known since ${showTime(brokenSinceMs)}.`;
  if (!isBroken)
    return who.kind === 'user'
      ? 'As expected.'
      : askedCount === 0
        ? 'As expected: nobody holds the role now.'
        : `As expected for ${askedCount === 1 ? 'the 1 person' : `all ${askedCount} people`} with the role.`;
  if (brokenBy.length === 0) return `Nobody is there who could, or the act is not known here any more.${since}`;
  return `${brokenBy.join('; ')} ${isMust ? 'cannot' : 'can'}.${since}`;
}
