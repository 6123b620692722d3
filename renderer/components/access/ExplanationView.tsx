// An explanation as a card: yes or no, the checks in order, where the right comes from, and the smallest change (N1).
import { Badge, Button, Group, List, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Check, Minus, X } from 'lucide-react';
import type { StepState } from '../../../shared/authorization/explain.ts';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { sourceWords } from '../../../shared/catalogue/rightWords.ts';
import { DENIALS } from '../denialWords.ts';
import classes from './access.module.css';
import { changeWords, type Explanation, openedWords, type ProposedChange, STEP_WORDS } from './explainWords.ts';

interface ExplanationViewProps {
  readonly explanation: Explanation;
  /** Takes a change over into the form where it is saved; absent: only told. */
  readonly onApply?: (change: ProposedChange['change']) => void;
  /** Why a change cannot be taken over here, or null. */
  readonly applyBlockedBecause?: (change: ProposedChange['change']) => string | null;
}

export function ExplanationView({ explanation, onApply, applyBlockedBecause }: ExplanationViewProps) {
  const { isPermitted, reason, permission, steps, sources, changes, isRuleOnly } = explanation;
  return (
    <section className={classes.card} aria-label="Explanation" data-permitted={isPermitted || undefined}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Badge
          size="lg"
          variant="filled"
          color={isPermitted ? 'green.9' : 'red.9'}
          tt="none"
          className={classes.fixed ?? ''}
        >
          {isPermitted ? 'Allowed' : 'Refused'}
        </Badge>
        <Text size="sm" fw={600} component="div" role="status">
          {sentenceOf(explanation)}
        </Text>
      </Group>
      <Text size="sm">
        {permission === null
          ? 'Needs no right: everybody who is signed in may.'
          : `Needs “${PERMISSIONS[permission].label}”`}
        {permission !== null && PERMISSIONS[permission].reachesPhi
          ? ', which reaches PHI.'
          : permission === null
            ? ''
            : '.'}
        {isRuleOnly || permission === null
          ? ''
          : ` Given by: ${sources.length === 0 ? 'nothing' : sources.map(sourceWords).join(' + ')}.`}
      </Text>
      {isPermitted || isRuleOnly ? null : (
        <Changes
          changes={changes}
          wanted={permission}
          isUnfixable={reason === 'notFound'}
          {...(onApply === undefined ? {} : { onApply })}
          applyBlockedBecause={applyBlockedBecause ?? (() => null)}
        />
      )}
      {steps.length === 0 ? null : (
        <ol className={classes.steps} aria-label="Checks in order">
          {steps.map(({ step, state }) => (
            <li key={step} data-state={state}>
              <StepIcon state={state} />
              <span>{STEP_WORDS[step]}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function sentenceOf({ isPermitted, reason, asksPassword, dependsOnInput }: Explanation): string {
  if (!isPermitted)
    return DENIALS[reason ?? 'error'].replace(/^Denied: (.)/, (_all, first: string) => first.toUpperCase());
  const more = [
    ...(asksPassword ? ['The password is asked for again.'] : []),
    ...(dependsOnInput ? ['What is typed is judged too: a change must stay within one’s own limits and rights.'] : []),
  ];
  return ['Every check is passed.', ...more].join(' ');
}

function StepIcon({ state }: { readonly state: StepState }) {
  const Icon = state === 'passed' ? Check : state === 'denied' ? X : Minus;
  return (
    <>
      <Icon size={16} aria-hidden />
      <VisuallyHidden>
        {state === 'passed' ? 'passed: ' : state === 'denied' ? 'failed: ' : 'not reached: '}
      </VisuallyHidden>
    </>
  );
}

interface ChangesProps {
  readonly changes: readonly ProposedChange[];
  readonly wanted: string | null;
  readonly isUnfixable: boolean;
  readonly onApply?: (change: ProposedChange['change']) => void;
  readonly applyBlockedBecause: (change: ProposedChange['change']) => string | null;
}

const MOST_SHOWN = 5;

/** The one that opens least stands first and alone has the filled button. */
function Changes({ changes, wanted, isUnfixable, onApply, applyBlockedBecause }: ChangesProps) {
  if (changes.length === 0)
    return (
      <Text size="sm">
        {isUnfixable
          ? 'The record does not exist, so no change of rights helps.'
          : 'No single change of rights would allow it.'}
      </Text>
    );
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        Smallest change that would allow it
      </Text>
      <List listStyleType="none" spacing={6} className={classes.changes ?? ''}>
        {changes.slice(0, MOST_SHOWN).map((one, at) => {
          const blocked = applyBlockedBecause(one.change);
          return (
            <List.Item key={changeWords(one)}>
              <Group gap="xs" wrap="nowrap" justify="space-between">
                <div>
                  <Text size="sm" fw={at === 0 ? 600 : 400}>
                    {changeWords(one)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {openedWords(one, wanted)}
                    {blocked === null ? '' : ` ${blocked}`}
                  </Text>
                </div>
                {onApply === undefined || blocked !== null ? null : (
                  <Button
                    size="compact-sm"
                    variant={at === 0 ? 'filled' : 'default'}
                    className={classes.fixed ?? ''}
                    aria-label={`Prepare: ${changeWords(one)}`}
                    onClick={() => onApply(one.change)}
                  >
                    Prepare…
                  </Button>
                )}
              </Group>
            </List.Item>
          );
        })}
      </List>
      {changes.length > MOST_SHOWN ? (
        <Text size="xs" c="dimmed">
          {changes.length - MOST_SHOWN} more ways open more than these.
        </Text>
      ) : null}
    </Stack>
  );
}
