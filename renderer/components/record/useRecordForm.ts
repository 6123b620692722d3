// The form of one record: what is typed, what the catalogue says of it, and what of it is unsaved.
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect } from 'react';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { FormValues, RecordDraft } from './recordDraft.ts';
import { recordProblems } from './recordProblems.ts';

/** Checks on leaving an input with the very schema the main process uses; puts a kept draft back once. */
export function useRecordForm(
  type: RecordType,
  initial: FormValues,
  masked: readonly string[],
  draft: RecordDraft | null,
): UseFormReturnType<FormValues> {
  const form = useForm<FormValues>({
    initialValues: initial,
    validateInputOnBlur: true,
    validate: (values) => recordProblems(type, values, masked),
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
