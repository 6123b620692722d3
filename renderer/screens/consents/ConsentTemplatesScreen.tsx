// Lists > Consent templates (S4.12).
import { consentTemplate } from '../../../shared/catalogue/records/consentTemplate.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = consentTemplate as unknown as RecordType;

/** The kinds of consent this practice asks for. */
export function ConsentTemplatesScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Consent templates"
      path="consent-templates"
      subtitle={({ fields }) => (fields.isActive === true ? 'In use' : 'Not in use any more')}
      empty={
        <EmptyState
          title="No consent templates yet."
          hint="Add one for each kind of consent you ask patients for, with the words they read."
        />
      }
      noMatch={<EmptyState title="No consent template matches." hint="Search for the start of its name." />}
      preset={{ isActive: true }}
    />
  );
}
