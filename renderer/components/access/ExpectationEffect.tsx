// What a change would do to the expectations of the practice, told before it is saved: in red what breaks (P6).
import { Alert, Text } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';

export type Effect = Output<'role.previewUpdate'>;

/** Nothing where all stays as it is. */
export function ExpectationEffect({ effect: { breaks, mends } }: { readonly effect: Effect }) {
  return (
    <>
      {breaks.length === 0 ? null : (
        <Alert
          className="refusal"
          variant="outline"
          color="red.9"
          icon={<ShieldAlert aria-hidden />}
          title={`This change breaks ${breaks.length === 1 ? '1 expectation' : `${breaks.length} expectations`}`}
        >
          {breaks.map((said) => (
            <Text key={expectationSentence(said)} size="sm">
              {expectationSentence(said)}
            </Text>
          ))}
        </Alert>
      )}
      {mends.length === 0 ? null : (
        <Text size="sm">{`Then as expected again: ${mends.map(expectationSentence).join(' ')}`}</Text>
      )}
    </>
  );
}
