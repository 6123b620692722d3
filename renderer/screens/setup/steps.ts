// The steps of the first run in their order, and where an unfinished set-up goes on.
import type { SessionView } from '../../session/useSession.ts';

export const STEPS = [
  { id: 'welcome', title: 'Welcome' },
  { id: 'practice', title: 'Practice' },
  { id: 'you', title: 'You' },
  { id: 'recovery', title: 'Recovery sheet' },
  { id: 'secondSuperUser', title: 'Second Super User' },
  { id: 'safety', title: 'Safety' },
  { id: 'roles', title: 'Roles' },
  { id: 'people', title: 'People' },
  { id: 'done', title: 'Done' },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

export function stepIndex(step: StepId): number {
  return STEPS.findIndex(({ id }) => id === step);
}

/** The step the main process waits for: the first three until the practice exists, then its own word. */
export function furthestStep(state: SessionView): StepId {
  if (state.subject === null) return 'you';
  return state.setupStep === 'finished' ? 'done' : state.setupStep;
}
