// One rule of the practice as a line of the settings: what holds now, who chose it, and the way to change it.
import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { showTime } from '../../components/showTime.ts';
import classes from './SettingsScreen.module.css';

interface RulePanelProps {
  readonly label: string;
  /** What holds now; left out where the label says everything. */
  readonly now?: string;
  readonly sentence: string;
  /** Left out where it is not kept who chose it. */
  readonly changed?: { readonly changedBy: string | null; readonly changedAtMs: number | null };
  /** Buttons, and the dialog they open. */
  readonly children: ReactNode;
}

export function RulePanel({ label, now, sentence, changed, children }: RulePanelProps) {
  return (
    <Paper withBorder p="sm" maw={980} className={classes.row} component="section" aria-label={label}>
      <div className={classes.words}>
        <Text fw={600} size="sm">
          {now === undefined ? label : `${label}: ${now}`}
        </Text>
        <Text size="sm">{sentence}</Text>
        {changed === undefined ? null : (
          <Text size="xs" c="dimmed">
            {changed.changedBy === null || changed.changedAtMs === null
              ? 'never changed'
              : `changed by ${changed.changedBy} on ${showTime(changed.changedAtMs)}`}
          </Text>
        )}
      </div>
      {children}
    </Paper>
  );
}
