// Security > Who can: the question asked the other way round: every active person an act is open to, now or in the past (N1, N7).
import { Skeleton, Stack, Table, Text } from '@mantine/core';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { sourceWords } from '../../../shared/catalogue/rightWords.ts';
import { actWords } from '../../components/access/actChoices.ts';
import { asOfWords } from '../../components/access/asOfWords.ts';
import { type AskedAct, QuestionFields } from '../../components/access/QuestionFields.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useQuery } from '../../ipc/useQuery.ts';
import { DayOfRecord } from './DayOfRecord.tsx';

export function WhoCanScreen() {
  const [asked, setAsked] = useState<AskedAct | null>(null);
  return (
    <div className={listClasses.screen}>
      <PageHeader title="Who can" />
      <div className="panel">
        <QuestionFields verb="Who can?" icon={<Users size={16} aria-hidden />} onAsk={setAsked} />
      </div>
      {asked === null ? (
        <EmptyState
          title="Choose an act"
          hint="Every active person is asked about, with all their roles, ticks, flags and limits, as if they tried it now, or at the moment you choose, at this computer."
        />
      ) : (
        <Holders asked={asked} />
      )}
      <DayOfRecord />
    </div>
  );
}

function Holders({ asked }: { readonly asked: AskedAct }) {
  const { value, refusal, reload } = useQuery('access.findHolders', asked);
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined)
    return (
      <Stack role="status" aria-busy="true" aria-label="Everybody is being asked about" mt="md">
        <Skeleton height={28} />
        <Skeleton height={160} />
      </Stack>
    );
  return (
    <Stack gap="xs" mt="md">
      <Text size="sm" fw={600} role="status">
        {`“${actWords(asked.procedure)}”${asked.targetId === null ? '' : ' on this record'}: ${value.holders.length} of ${value.askedCount} active people ${asked.asOfMs === null ? 'can' : 'could'}.`}
      </Text>
      {asked.asOfMs === null ? null : <Text size="sm">{asOfWords(asked.asOfMs)}</Text>}
      <Text size="sm">{neededWords(value)}</Text>
      {value.holders.length === 0 ? (
        <EmptyState
          title={asked.asOfMs === null ? 'Nobody can' : 'Nobody could'}
          hint="Users, Explain shows for one person what would have to change."
        />
      ) : (
        <div className="panel">
          <Table aria-label="People who can" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Name</Table.Th>
                <Table.Th scope="col">Login ID</Table.Th>
                <Table.Th scope="col">Given by</Table.Th>
                <Table.Th scope="col">Reaches</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {value.holders.map(({ userId, name, loginId, sources, isOwnOnly }) => (
                <Table.Tr key={userId}>
                  <Table.Th scope="row" fw={600}>
                    {name}
                  </Table.Th>
                  <Table.Td>{loginId}</Table.Td>
                  <Table.Td>{sources.length === 0 ? 'needs no right' : sources.map(sourceWords).join(' + ')}</Table.Td>
                  <Table.Td>{isOwnOnly ? 'their own records only' : 'what their limits allow'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}

function neededWords({ permission, asksPassword, dependsOnInput }: Output<'access.findHolders'>): string {
  const right = permission === null ? null : PERMISSIONS[permission];
  return [
    right === null
      ? 'It needs no right.'
      : `It needs “${right.label}”${right.reachesPhi ? ', which reaches PHI' : ''}.`,
    ...(asksPassword ? ['The password is asked for again.'] : []),
    ...(dependsOnInput ? ['What is typed is judged too when it is done.'] : []),
  ].join(' ');
}
