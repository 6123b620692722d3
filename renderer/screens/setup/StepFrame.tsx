// One step: its name, why it is asked, its fields, and Back and Next.
import { Button, Group, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Refusal } from '../../../shared/errors.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';

interface StepFrameProps {
  readonly title: string;
  readonly why: ReactNode;
  readonly onBack: (() => void) | null;
  readonly onNext: () => void | Promise<void>;
  readonly nextLabel?: string;
  readonly isBusy?: boolean;
  readonly isNextBarred?: boolean;
  readonly refusal?: Refusal | null;
  readonly children: ReactNode;
}

/** The title takes the focus when the step appears, so that a screen reader starts there. */
export function StepFrame(props: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.isNextBarred && !props.isBusy) void props.onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Title order={1} size="h3" ref={heading} tabIndex={-1} data-page-title>
        {props.title}
      </Title>
      <div className="why">
        <strong>Why we ask: </strong>
        {props.why}
      </div>
      {props.children}
      {props.refusal ? <RefusalCard refusal={props.refusal} /> : null}
      <Group className="wizard-foot">
        {props.onBack === null ? (
          <span />
        ) : (
          <Button variant="default" onClick={props.onBack}>
            Back
          </Button>
        )}
        <Button type="submit" loading={props.isBusy ?? false} disabled={props.isNextBarred ?? false}>
          {props.nextLabel ?? 'Next'}
        </Button>
      </Group>
    </form>
  );
}
