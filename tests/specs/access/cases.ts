// Access decisions an auditor can read one by one: a sentence, who, what, and what must come of it, in the log too.
import type { AccessCase } from './accessCase.ts';
import { AREA_CASES } from './areaCases.ts';
import { BILLING_CASES } from './billingCases.ts';
import { CHART_CASES } from './chartCases.ts';
import { CONDITION_CASES } from './conditionCases.ts';
import { EXPECTATION_CASES } from './expectationCases.ts';
import { FINE_CASES } from './fineCases.ts';
import { LIMIT_CASES } from './limitCases.ts';
import { LIST_CASES } from './listCases.ts';
import { PRACTICE_CASES } from './practiceCases.ts';
import { QUESTION_CASES } from './questionCases.ts';
import { RECORD_CASES } from './recordCases.ts';
import { ROLE_CASES } from './roleCases.ts';
import { SCHEDULE_CASES } from './scheduleCases.ts';
import { SECURITY_CASES } from './securityCases.ts';
import { SHARE_CASES } from './shareCases.ts';

export const CASES: readonly AccessCase[] = [
  ...RECORD_CASES,
  ...AREA_CASES,
  ...FINE_CASES,
  ...CONDITION_CASES,
  ...BILLING_CASES,
  ...SCHEDULE_CASES,
  ...SECURITY_CASES,
  ...LIST_CASES,
  ...EXPECTATION_CASES,
  ...QUESTION_CASES,
  ...PRACTICE_CASES,
  ...LIMIT_CASES,
  ...SHARE_CASES,
  ...CHART_CASES,
  ...ROLE_CASES,
];
