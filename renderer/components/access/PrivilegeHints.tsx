// The least-privilege score of one person with what lowers it and what could be done (S2.35).
import { Group, List, Progress, Text } from '@mantine/core';
import type { LeastPrivilege, PrivilegeHint } from '../../../shared/authorization/leastPrivilege.ts';
import classes from './access.module.css';

/** A hint where to look first; it decides nothing. */
export function PrivilegeHints({ found: { score, hints } }: { readonly found: LeastPrivilege }) {
  return (
    <section className={classes.hints} aria-label="Least privilege">
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" fw={600} className={classes.fixed ?? ''}>
          Least privilege: {score} of 100
        </Text>
        <Progress value={score} aria-label="Least privilege" flex={1} color="slate.8" />
      </Group>
      {hints.length === 0 ? (
        <Text size="sm">Nothing stands out.</Text>
      ) : (
        <List size="sm">
          {hints.map((hint) => (
            <List.Item key={hint.reason}>
              −{hint.points}: {hintWords(hint)}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}

function hintWords({ reason, count }: PrivilegeHint): string {
  const rights = count === 1 ? '1 right' : `${count} rights`;
  switch (reason) {
    case 'superUser':
      return 'Super User: every right and every provider. Two such people are enough for most offices.';
    case 'accessSecurity':
      return 'Access Security: manages logins and rights of others.';
    case 'allProviders':
      return 'reaches the patients of all providers. A provider limit would be narrower.';
    case 'deletesPhi':
      return `${rights} to delete patient data. Is deleting part of this work?`;
    case 'exportsPhi':
      return `${rights} to save patient data to files, where no limit follows it.`;
    case 'opensLabels':
      return `${rights} to open what is labelled sensitive.`;
    case 'beyondRoles':
      return `${rights} ticked for this person alone. A role that fits is easier to review.`;
    case 'manyRoles':
      return `${count} ${count === 1 ? 'role' : 'roles'} more than usual. Does the work still need all of them?`;
  }
}
