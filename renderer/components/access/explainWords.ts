// An explanation in words: its checks, what was found, and what a change would do.
import type { ExplainStep } from '../../../shared/authorization/explain.ts';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';

export type Explanation = Output<'access.explain'>;
export type ProposedChange = Explanation['changes'][number];

export const STEP_WORDS: Record<ExplainStep, string> = {
  account: 'The login is active',
  lockOut: 'Not locked out, in person, with a role or at this computer',
  environment: 'The practice is set up and no alarm is open',
  phiRestricted: 'ePHI Restricted does not take the right away',
  hours: 'What gives the right counts on this day and at this hour',
  place: 'What gives the right counts at the place of work',
  right: 'A role or tick gives the right',
  target: 'What it aims at is there and may be acted on',
  ownRows: 'The record is their own, or the right reaches everybody’s',
  conditions: 'The record meets the conditions of the right',
  label: 'The label of the record is open to them',
  locations: 'The record lies within their locations',
  limits: 'The record lies within their providers',
  outcome: 'The record stays within their limits',
  proposal: 'The change gives nobody more than the giver has',
  reason: 'A reason is given where one is asked for',
  stepUp: 'The password is typed again where it is asked for',
};

/** `Give “Claims: Delete Data” to this user`: what somebody would do. */
export function changeWords({ change }: ProposedChange): string {
  switch (change.kind) {
    case 'tick':
      return `Give “${PERMISSIONS[change.permission].label}” to this user`;
    case 'role':
      return `Give the role “${change.roleName}”`;
    case 'provider':
      return `Add ${change.providerName} to the provider limit`;
    case 'location':
      return `Add ${change.locationName} to the location limit`;
    case 'patientGrant':
      return 'Share this one patient with them until a day';
    case 'liftPhiRestriction':
      return 'Lift ePHI Restricted';
    case 'unlock':
      return 'End the lock-out';
    case 'enable':
      return 'Enable the login again';
    case 'accessSecurity':
      return 'Give the Access Security tick';
    case 'superUser':
      return 'Give the Super User tick';
  }
}

/** What else the change would open, in one sentence; what was asked for is no news. */
export function openedWords({ gains, patientsGained }: ProposedChange, wanted: string | null): string {
  const others = gains.filter(({ permission }) => permission !== wanted);
  const phi = others.filter(({ reachesPhi }) => reachesPhi).length;
  const parts = [
    ...(others.length === 0 ? [] : [`${count(others.length, 'further right')}${phi === 0 ? '' : `, ${phi} with PHI`}`]),
    ...(patientsGained === 0 ? [] : [`${count(patientsGained, 'more patient')}`]),
  ];
  return parts.length === 0 ? 'Opens nothing else.' : `Also opens ${parts.join(' and ')}.`;
}

function count(number: number, word: string): string {
  return `${number.toLocaleString()} ${word}${number === 1 ? '' : 's'}`;
}
