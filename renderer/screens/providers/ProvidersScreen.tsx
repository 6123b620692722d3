// Lists > Providers (S2.32).
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { provider } from '../../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = provider as unknown as RecordType;

/** Providers belong to the data area Lists. */
export function ProvidersScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Providers"
      path="providers"
      empty={
        <EmptyState
          title="No providers yet."
          hint="Add one, or import them from a CSV file, before the patients."
          action={
            <Button component={Link} to="/import" variant="default">
              Import…
            </Button>
          }
        />
      }
      noMatch={<EmptyState title="No provider matches." hint="Search for the start of a name." />}
    />
  );
}
