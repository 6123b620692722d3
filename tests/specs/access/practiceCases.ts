// Access to the practice's own data, case by case (S4.13): a right like others, apart from the safety of the practice.
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';

const nothing = async () => ({});
const stale = async () => ({ ...PROCEDURES['organization.update'].example, version: 9_999 });
const rules = async () => PROCEDURES['rightsRules.setToxicPairs'].example;

export const PRACTICE_CASES: readonly AccessCase[] = [
  ...permits(
    'practice_data_viewed',
    [
      'S4.13 an office administrator looks at the practice’s own data',
      'office-administrator',
      'organization.read',
      nothing,
    ],
    ['S4.13 the owner role looks at the practice’s own data', 'owner-admin', 'organization.read', nothing],
    ['S4.13 a Super User looks at the practice’s own data', 'super-user', 'organization.read', nothing],
  ),
  ...denies('CONFLICT', 'CONFLICT', 'practice_data_changed', [
    'S4.13 an office administrator may change them, though not over what somebody changed meanwhile',
    'office-administrator',
    'organization.update',
    stale,
  ]),
  ...lacks(
    'organization:update',
    'practice_data_changed',
    ['S4.13 a manager does not change name and tax IDs', 'manager', 'organization.update', stale],
    ['S4.13 a security officer does not either', 'security-officer', 'organization.update', stale],
    [
      'S4.13 Access Security does not either: they are no matter of rights',
      'access-security',
      'organization.update',
      stale,
    ],
    ['S4.13 billing does not either', 'billing', 'organization.update', stale],
  ),
  ...lacks('organization:read', 'practice_data_viewed', [
    'S4.13 the front desk does not look at tax IDs',
    'front-desk',
    'organization.read',
    nothing,
  ]),
  ...lacks('setting:update', 'toxic_pairs_rule_changed', [
    'S4.13 an office administrator changes the practice’s data and no rule about rights',
    'office-administrator',
    'rightsRules.setToxicPairs',
    rules,
  ]),
  ...lacks('practice:update', 'second_super_user_decided', [
    'S5.08 the right to the practice’s data names no Super User',
    'office-administrator',
    'setup.setSecondSuperUser',
    async () => PROCEDURES['setup.setSecondSuperUser'].example,
  ]),
];
