// A named group of inputs in a record.
import { Fieldset } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './RecordEditor.module.css';

/** The name stands in small capitals over a line, quieter than the labels of the inputs. */
export function FieldGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Fieldset legend={name} variant="unstyled" classNames={{ legend: classes.legend ?? '' }}>
      {children}
    </Fieldset>
  );
}
