// Lists > Providers (S2.32).
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { provider } from '../../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { ProviderFace } from './ProviderFace.tsx';
import { ProviderPhoto } from './ProviderPhoto.tsx';
import classes from './providers.module.css';

const TYPE = provider as unknown as RecordType;

/** Providers belong to the data area Lists. */
export function ProvidersScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Providers"
      path="providers"
      subtitle={(record) => <ProviderHead record={record} />}
      extra={({ id, title }) => <ProviderPhoto key={id} providerId={id} name={title} />}
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

function ProviderHead({ record: { id, title, fields } }: { readonly record: OpenedRecord }) {
  const facts = [fields.credentials, fields.specialty].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <div className={classes.head}>
      <ProviderFace providerId={id} name={title} sidePx={44} />
      <span>{facts.join(' · ')}</span>
    </div>
  );
}
