// The first run: one step after the other, Back never loses, a killed program goes on at the same step.
import { Stepper, Text } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useCallback, useState } from 'react';
import { ColorSchemeSwitch } from '../../app/ColorSchemeSwitch.tsx';
import { useDraft } from '../../session/useDraft.ts';
import { useSession } from '../../session/useSession.ts';
import { DoneStep } from './DoneStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { PracticeStep } from './PracticeStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { RolesStep } from './RolesStep.tsx';
import { SafetyStep } from './SafetyStep.tsx';
import { SecondStep } from './SecondStep.tsx';
import { emptySetupDraft, type SetupDraft, type StepProps } from './setupDraft.ts';
import { furthestStep, STEPS, type StepId, stepIndex } from './steps.ts';
import { WelcomeStep } from './WelcomeStep.tsx';
import { YouStep } from './YouStep.tsx';

const UNTOUCHED = JSON.stringify(keptOf(emptySetupDraft()));

/** `onOpen` sets the page that is shown once the set-up is finished. */
export function SetupScreen({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const { state, subject, refresh } = useSession();
  const [draft, setDraft] = useState<SetupDraft>(emptySetupDraft);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const [step, setStep] = useState<StepId>(() => (subject === null ? 'welcome' : furthestStep(state)));
  const change = useCallback((part: Partial<SetupDraft>) => setDraft((before) => ({ ...before, ...part })), []);

  const kept = keptOf(draft);
  const isTyped = subject !== null && JSON.stringify(kept) !== UNTOUCHED;
  useDraft('setup', isTyped, kept, change);

  const index = stepIndex(step);
  const furthest = Math.max(stepIndex(furthestStep(state)), index);
  const go = (to: number) => {
    const target = STEPS[to];
    if (target !== undefined) setStep(target.id);
  };
  const props: StepProps = {
    draft,
    change,
    onBack: index === 0 ? null : () => go(index - 1),
    onNext: () => go(index + 1),
  };
  const finish = async () => {
    onOpen(draft.people === 'import' ? '/import' : '/users');
    await refresh();
  };
  const practiceExists = subject !== null;
  const isPast = (id: StepId) => practiceExists && stepIndex(furthestStep(state)) > stepIndex(id);

  return (
    <div className="entrance">
      <header className="entrance-bar">
        <span className="brand">
          <KeyRound size={16} aria-hidden /> Keyward
        </span>
        <ColorSchemeSwitch />
      </header>
      <main className="entrance-body">
        <div className="wizard">
          <nav className="wizard-steps" aria-label="Steps of the set-up">
            <Text size="sm" className="wizard-count">
              Step {index + 1} of {STEPS.length}: {STEPS[index]?.title}
            </Text>
            <Stepper active={index} orientation="vertical" size="xs" iconSize={26} onStepClick={go}>
              {STEPS.map(({ id, title }, at) => (
                <Stepper.Step
                  key={id}
                  label={title}
                  allowStepSelect={at <= furthest && at !== index}
                  aria-current={at === index ? 'step' : undefined}
                />
              ))}
            </Stepper>
          </nav>
          <section className="wizard-body" aria-label={STEPS[index]?.title} key={step}>
            {step === 'welcome' ? <WelcomeStep {...props} /> : null}
            {step === 'practice' ? (
              <PracticeStep
                {...props}
                existingName={practiceExists ? (state.practiceName ?? draft.practice.name) : null}
              />
            ) : null}
            {step === 'you' ? (
              <YouStep {...props} existingName={subject?.name ?? null} onCreated={setRecoveryCode} />
            ) : null}
            {step === 'recovery' ? (
              <RecoveryStep
                {...props}
                code={recoveryCode}
                onNewCode={setRecoveryCode}
                isConfirmed={isPast('recovery')}
              />
            ) : null}
            {step === 'secondSuperUser' ? <SecondStep {...props} isDecided={isPast('secondSuperUser')} /> : null}
            {step === 'safety' ? <SafetyStep {...props} /> : null}
            {step === 'roles' ? <RolesStep {...props} /> : null}
            {step === 'people' ? <PeopleStep {...props} /> : null}
            {step === 'done' ? <DoneStep {...props} onNext={() => void finish()} /> : null}
          </section>
        </div>
      </main>
      <footer className="entrance-foot">This computer: {state.workstation}</footer>
    </div>
  );
}

// The password is never part of what is kept.
function keptOf({ second, officeSize, roleIds, people }: SetupDraft): Partial<SetupDraft> {
  return { second, officeSize, roleIds, people };
}
