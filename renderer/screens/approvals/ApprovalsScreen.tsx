// Security > Approvals: changes of rights that wait for a second person, and what became of the last ones (S1.06).
import { Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { showTime } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { KIND_WORDS, STATE_WORDS } from './proposalWords.ts';

type Decided = Output<'proposal.find'>['decided'];

/** Loading, trouble or the lists; never a blank. */
export function ApprovalsScreen() {
  const { value, refusal, reload } = useQuery('proposal.find', {});
  return (
    <div className={listClasses.screen}>
      <PageHeader title="Approvals" />
      {value === undefined && refusal !== null ? <LoadFailed refusal={refusal} onRetry={reload} /> : null}
      {value === undefined && refusal === null ? (
        <Stack role="status" aria-busy="true" aria-label="The changes are loading" maw={860}>
          <Skeleton height={140} />
          <Skeleton height={90} />
        </Stack>
      ) : null}
      {value === undefined ? null : (
        <Stack gap="md" maw={860}>
          {value.waiting.length === 0 ? (
            <div className="panel">
              <EmptyState
                title="Nothing waits for approval"
                hint="Where Security, Settings says that a second person approves changes of rights, they wait here until somebody else approves them or turns them down."
              />
            </div>
          ) : (
            <>
              <Text size="sm" role="status">
                {value.waiting.length === 1
                  ? '1 change waits for a second person.'
                  : `${value.waiting.length} changes wait for a second person.`}
              </Text>
              {value.waiting.map((proposal) => (
                <ProposalCard key={proposal.proposalId} proposal={proposal} />
              ))}
            </>
          )}
          {value.decided.length === 0 ? null : <LastDecided decided={value.decided} />}
        </Stack>
      )}
    </div>
  );
}

function LastDecided({ decided }: { readonly decided: Decided }) {
  return (
    <section className="panel" aria-label="Decided before">
      <Title order={2} size="h5" mb="xs">
        Decided before
      </Title>
      <Table aria-label="Changes decided before" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">Asked for by</Table.Th>
            <Table.Th scope="col">Decision</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {decided.map(
            ({ proposalId, kind, targetName, by, reason, state, decidedBy, decidedAtMs, decisionReason }) => (
              <Table.Tr key={proposalId}>
                <Table.Th scope="row" fw={600}>
                  {targetName}
                  <Text size="xs" c="dimmed">
                    {KIND_WORDS[kind]}
                  </Text>
                </Table.Th>
                <Table.Td>
                  {by}
                  <Text size="xs" c="dimmed">
                    {reason}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {STATE_WORDS[state]} by {decidedBy}
                  <Text size="xs" c="dimmed">
                    {decidedAtMs === null ? '' : showTime(decidedAtMs)}
                    {decisionReason === null || decisionReason === '' ? '' : ` · ${decisionReason}`}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </section>
  );
}
