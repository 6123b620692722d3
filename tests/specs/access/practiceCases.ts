// Access to the practice's own data (S4.13) and to changes that wait for a second person (S1.06), case by case.
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { PASSWORD } from '../../support/startTestCore.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';

const nothing = async () => ({});
const stale = async () => ({ ...PROCEDURES['organization.update'].example, version: 9_999 });
const decision = async () => PROCEDURES['proposal.rejectRoleChange'].example;
const switched = async () => ({ ...PROCEDURES['rightsRules.setSecondApprover'].example, password: PASSWORD });
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
  ...permits(
    'proposals_listed',
    ['S1.06 a security officer sees which changes of rights wait', 'security-officer', 'proposal.find', nothing],
    ['S1.06 a privacy officer sees them too', 'privacy-officer', 'proposal.find', nothing],
    ['S1.06 Access Security sees them too', 'access-security', 'proposal.find', nothing],
  ),
  ...lacks('role:read', 'proposals_listed', [
    'S1.06 a manager does not see which changes of rights wait',
    'manager',
    'proposal.find',
    nothing,
  ]),
  ...lacks('role:read', 'proposal_previewed', [
    'P6 a manager does not see either what a change that waits would do to expectations',
    'manager',
    'proposal.preview',
    async () => PROCEDURES['proposal.preview'].example,
  ]),
  ...lacks(
    'role:update',
    'role_change_approved',
    [
      'S1.06 a security officer approves no change of a role',
      'security-officer',
      'proposal.approveRoleChange',
      decision,
    ],
    ['S1.06 an office administrator neither', 'office-administrator', 'proposal.approveRoleChange', decision],
  ),
  ...lacks('role:update', 'role_change_rejected', [
    'S1.06 a security officer turns none down',
    'security-officer',
    'proposal.rejectRoleChange',
    decision,
  ]),
  ...lacks(
    'user:update',
    'rights_change_approved',
    ['S1.06 a manager approves nobody’s rights', 'manager', 'proposal.approveUserChange', decision],
    ['S1.06 a privacy officer neither', 'privacy-officer', 'proposal.approveUserChange', decision],
  ),
  ...lacks(
    'practice:update',
    'second_approver_rule_changed',
    [
      'S1.06 Access Security does not switch the second person off',
      'access-security',
      'rightsRules.setSecondApprover',
      switched,
    ],
    ['S1.06 the owner role does not either', 'owner-admin', 'rightsRules.setSecondApprover', switched],
  ),
  ...denies('NOT_FOUND', 'NOT_FOUND', 'role_change_approved', [
    'S1.06 a Super User approves nothing that does not wait',
    'super-user',
    'proposal.approveRoleChange',
    decision,
  ]),
];
