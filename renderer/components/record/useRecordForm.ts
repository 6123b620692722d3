// The form of one record: what is typed, what the catalogue says of it, and what of it is unsaved.
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect } from 'react';
import { z } from 'zod';
import { typedSchemas } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { fieldProblems } from '../fieldProblems.ts';
import { type FormValues, fieldsOfValues, type RecordDraft } from './recordDraft.ts';

/** Checks on leaving an input with the very schema the main process uses; puts a kept draft back once. */
export function useRecordForm(
  type: RecordType,
  initial: FormValues,
  masked: readonly string[],
  draft: RecordDraft | null,
): UseFormReturnType<FormValues> {
  const schema = z.object(typedSchemas(type));
  const form = useForm<FormValues>({
    initialValues: initial,
    validateInputOnBlur: true,
    validate: (values) => fieldProblems(schema, fieldsOfValues(type, values, masked)),
  });
  const { setValues } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept draft is put back once, when the record opens
  useEffect(() => {
    if (draft !== null) setValues(draft.values);
  }, []);
  return form;
}

/** Brings the cursor to the first input at fault. */
export function focusFirstProblem(form: UseFormReturnType<FormValues>, problems: Record<string, unknown>): void {
  const [first] = Object.keys(problems);
  if (first !== undefined) form.getInputNode(first)?.focus();
}
