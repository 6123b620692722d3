// What a grid shows when its rows could not be fetched.
import { Alert, Button, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { Refusal } from '../../../shared/errors.ts';
import classes from './DataGrid.module.css';

/** The refusal in words, with Retry. */
export function GridTrouble({ refusal, onRetry }: { readonly refusal: Refusal; readonly onRetry: () => void }) {
  return (
    <div className={classes.trouble}>
      <Alert icon={<CircleAlert size={18} />} color="red" variant="outline" title="The list could not be shown">
        <Text size="sm" mb="xs">
          {refusal.message}
        </Text>
        <Button size="xs" variant="default" onClick={onRetry}>
          Retry
        </Button>
      </Alert>
    </div>
  );
}
