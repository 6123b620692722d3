// Chooses an act, a record where it aims at one, and the moment: the words of every question about rights.
import { Button, Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { isProcedureName, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { instantOfLocal } from '../record/localInstant.ts';
import { ReferenceSelect } from '../record/ReferenceSelect.tsx';
import { AsOfField } from './AsOfField.tsx';
import classes from './access.module.css';
import { actChoices, aimOf } from './actChoices.ts';

export interface AskedAct {
  readonly procedure: ProcedureName;
  readonly targetId: string | null;
  /** Null: now. */
  readonly asOfMs: number | null;
}

interface QuestionFieldsProps {
  /** What the button says. */
  readonly verb: string;
  readonly icon: ReactNode;
  readonly onAsk: (asked: AskedAct) => void;
}

/** Asking stands in the activity log, so it waits for the button. */
export function QuestionFields({ verb, icon, onAsk }: QuestionFieldsProps) {
  const [act, setAct] = useState<ProcedureName | null>(null);
  const [targetId, setTargetId] = useState('');
  const [asOf, setAsOf] = useState('');
  const [asOfProblem, setAsOfProblem] = useState<string | null>(null);
  const choices = useMemo(actChoices, []);
  const aim = act === null ? null : aimOf(act);
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault();
        const asOfMs = asOf === '' ? null : instantOfLocal(asOf);
        if (asOf !== '' && asOfMs === null) return setAsOfProblem('Choose a day and a time.');
        if (act !== null) onAsk({ procedure: act, targetId: targetId === '' ? null : targetId, asOfMs });
      }}
    >
      <Select
        label="What"
        placeholder="Choose an act"
        data={choices.map(({ group, items }) => ({ group, items: [...items] }))}
        searchable
        nothingFoundMessage="No act with these words"
        maxDropdownHeight={320}
        value={act}
        onChange={(value) => {
          setAct(isProcedureName(value) ? value : null);
          setTargetId('');
        }}
      />
      {aim === null ? null : (
        <ReferenceSelect
          key={aim.typeName}
          typeName={aim.typeName}
          label={`${aim.label} (or any)`}
          isRequired={false}
          value={targetId}
          chosenLabel={undefined}
          onChange={setTargetId}
        />
      )}
      <AsOfField
        value={asOf}
        error={asOfProblem}
        onChange={(value) => {
          setAsOf(value);
          setAsOfProblem(null);
        }}
      />
      <Button type="submit" disabled={act === null} leftSection={icon}>
        {verb}
      </Button>
    </form>
  );
}
