// The Super Users, each with a button for a new activation code.
import { Button, Skeleton, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { CodeSlip } from '../../components/CodeSlip.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';

type UserRow = Output<'user.find'>['rows'][number];

const REASON = 'Brought back with the recovery code.';
const EVERYBODY = {
  search: '',
  status: 'all',
  roleId: null,
  permission: null,
  sort: 'name',
  isDescending: false,
  offset: 0,
  limit: 200,
} as const;

export function SuperUserList() {
  const users = useQuery('user.find', EVERYBODY);
  const issue = useCommand('user.issueActivationCode');
  const [slip, setSlip] = useState<{
    readonly row: UserRow;
    readonly code: string;
    readonly expiresAtMs: number;
  } | null>(null);
  const [readRefusal, setReadRefusal] = useState<Refusal | null>(null);

  const giveCode = async (row: UserRow) => {
    setReadRefusal(null);
    const user = await call('user.read', { userId: row.userId });
    if (!user.ok) return setReadRefusal(user.error);
    const given = await issue.run({ userId: row.userId, version: user.value.version, reason: REASON });
    if (given !== null) setSlip({ row, code: given.activationCode, expiresAtMs: given.expiresAtMs });
  };

  if (users.value === undefined) {
    if (users.refusal !== null) return <LoadFailed refusal={users.refusal} onRetry={users.reload} />;
    return <Skeleton height={80} />;
  }
  const superUsers = users.value.rows.filter((row) => row.isSuperUser && ['active', 'invited'].includes(row.status));
  const refusal = readRefusal ?? issue.refusal;
  return (
    <>
      {superUsers.length === 0 ? (
        <Text>There is no Super User who could be brought back. Call whoever set this computer up.</Text>
      ) : null}
      <Table aria-label="Super Users">
        <Table.Tbody>
          {superUsers.map((row) => (
            <Table.Tr key={row.userId}>
              <Table.Th scope="row">
                {row.lastName}, {row.firstName}
              </Table.Th>
              <Table.Td>{row.loginId}</Table.Td>
              <Table.Td ta="right">
                <Button size="compact-sm" loading={issue.isRunning} onClick={() => void giveCode(row)}>
                  New activation code for {row.firstName} {row.lastName}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {refusal === null ? null : <RefusalCard refusal={refusal} />}
      {slip === null ? null : (
        <CodeSlip
          name={`${slip.row.firstName} ${slip.row.lastName}`}
          loginId={slip.row.loginId}
          code={slip.code}
          expiresAtMs={slip.expiresAtMs}
          onClose={() => setSlip(null)}
        />
      )}
    </>
  );
}
