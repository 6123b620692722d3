// How waiting and decided changes of rights are called on the screen.
import type { Output } from '../../../shared/catalogue/procedures.ts';

export type Proposal = Output<'proposal.find'>['waiting'][number];

export const KIND_WORDS: Readonly<Record<Proposal['kind'], string>> = {
  role: 'Role',
  user: 'Rights of a person',
};

export const STATE_WORDS: Readonly<Record<Proposal['state'], string>> = {
  waiting: 'Waiting',
  approved: 'Approved',
  rejected: 'Turned down',
  withdrawn: 'Taken back',
};
