// Tells, while a patient is entered, who of the same names and date of birth is here already (S2.107).
import { List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { isoDate } from '../../../shared/catalogue/schemas.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import type { FormValues } from '../../components/record/recordDraft.ts';
import { showDate } from '../../components/showTime.ts';
import { WarningBox } from '../../components/WarningBox.tsx';
import { useQuery } from '../../ipc/useQuery.ts';

/** Each question stands in the log, so it is asked only once the typing rests. */
const TYPING_REST_MS = 800;

/** Nothing is asked before names and date are complete, and nothing stops the person from saving. */
export function SimilarPatients({ values }: { readonly values: FormValues }) {
  const [who] = useDebouncedValue(whoIn(values), TYPING_REST_MS);
  const isComplete = who.lastName !== '' && who.firstName !== '' && isoDate.safeParse(who.birthDate).success;
  const { value } = useQuery('patient.findSimilar', who, { enabled: isComplete });
  const similar = isComplete ? (value?.similar ?? []) : [];
  return (
    <div role="status">
      {similar.length === 0 ? null : (
        <WarningBox title="This person may be here already">
          <List size="sm">
            {similar.map((other) => (
              <List.Item key={other.id}>
                {displayName(other)}, born {showDate(other.birthDate)}, record {other.recordNumber}
                {other.city === '' ? '' : `, ${other.city}`}
              </List.Item>
            ))}
          </List>
          <Text size="sm">Look there first. Save only if this is somebody else.</Text>
        </WarningBox>
      )}
    </div>
  );
}

function whoIn({ lastName, firstName, birthDate }: FormValues) {
  const text = (value: FormValues[string] | undefined) => (typeof value === 'string' ? value.trim() : '');
  return { lastName: text(lastName), firstName: text(firstName), birthDate: text(birthDate) };
}
