// The rules of the practice about rights as such: each has a few named choices instead of a number (C1, S1.18).

export interface RuleChoice {
  readonly label: string;
  readonly sentence: string;
}

export const RIGHTS_RULES = {
  toxicPairs: {
    label: 'Rights that should not meet in one hand',
    choices: {
      mark: { label: 'Point them out', sentence: 'Roles and people with such a pair are marked; saving is possible.' },
      block: { label: 'Refuse them', sentence: 'No role and nobody newly gets such a pair, Super Users excepted.' },
    },
    usual: 'mark',
  },
  beyondTasks: {
    label: 'Rights beyond the tasks of a role',
    choices: {
      mark: { label: 'Point them out', sentence: 'A role with rights that none of its tasks needs is marked.' },
      block: { label: 'Refuse them', sentence: 'A role that names tasks newly gets no right beyond them.' },
    },
    usual: 'mark',
  },
  rightsModel: {
    label: 'Rights model',
    choices: {
      checkbox: {
        label: 'Checkboxes',
        sentence: 'Rights start from the roles, and single rights can be ticked or unticked for one person.',
      },
      strict: {
        label: 'Strict roles',
        sentence:
          'Rights come from roles alone. The Super User tick carries security only; patient data needs a role there too.',
      },
    },
    usual: 'checkbox',
  },
  secondApprover: {
    label: 'A second person approves changes of rights',
    choices: {
      off: { label: 'Off', sentence: 'A change of a role, or of the rights of a person, counts when it is saved.' },
      on: {
        label: 'On',
        sentence:
          'A change of a role, and one that gives a person a role or more rights, waits until somebody else who may make it approves it. What only takes away counts at once.',
      },
      ending: {
        label: 'On, to be switched off',
        sentence: 'A Super User asked to switch it off. It stays on until another Super User agrees.',
      },
    },
    usual: 'off',
  },
} as const satisfies Record<string, { label: string; choices: Readonly<Record<string, RuleChoice>>; usual: string }>;

export type ToxicPairsRule = keyof typeof RIGHTS_RULES.toxicPairs.choices;
export const TOXIC_PAIRS_RULES = Object.keys(RIGHTS_RULES.toxicPairs.choices) as [ToxicPairsRule, ...ToxicPairsRule[]];
export type BeyondTasksRule = keyof typeof RIGHTS_RULES.beyondTasks.choices;
export const BEYOND_TASKS_RULES = Object.keys(RIGHTS_RULES.beyondTasks.choices) as [
  BeyondTasksRule,
  ...BeyondTasksRule[],
];
export type RightsModel = keyof typeof RIGHTS_RULES.rightsModel.choices;
export const RIGHTS_MODELS = Object.keys(RIGHTS_RULES.rightsModel.choices) as [RightsModel, ...RightsModel[]];
export type SecondApproverRule = keyof typeof RIGHTS_RULES.secondApprover.choices;
export const SECOND_APPROVER_RULES = Object.keys(RIGHTS_RULES.secondApprover.choices) as [
  SecondApproverRule,
  ...SecondApproverRule[],
];
