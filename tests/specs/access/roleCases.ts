// Access to roles and policies and by several of them at once, case by case (group B of the features, and what of group C
// is about rights themselves).
import { PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { desk, made, type RoleFields } from '../../support/roleDesk.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import { added, type CaseWorld } from './caseInputs.ts';
import { permittedAnswers } from './permittedAnswers.ts';

const usual = (name: ProcedureName) => async (world: CaseWorld) => permittedAnswers(world)[name]?.input;
const example = (name: ProcedureName) => async () => PROCEDURES[name].example;
const role = (fields: Partial<RoleFields>) => async () => made(desk(fields));

/** A new user with a policy, made for this, as if it were a role. */
async function withPolicy({ test }: CaseWorld) {
  const policy = made(desk({ name: 'Night policy' }), { kind: 'policy' });
  const { roleId } = await test.must('role.create', policy);
  return added('nkhan', roleId)();
}

const MADE: readonly AccessCase[] = [
  ...permits(
    'role_created',
    ['S2.26 a Super User makes a role of the practice’s own', 'super-user', 'role.create', role({ name: 'Float' })],
    [
      'S2.64 a child role with fewer rights than its parent is made',
      'super-user',
      'role.create',
      role({ name: 'Trainee', parentId: 'front-desk', permissions: ['patient:read'] }),
    ],
    [
      'S3.02 a role is made from the tasks it is for',
      'super-user',
      'role.create',
      role({ name: 'Greeter', taskIds: ['checkIn'] }),
    ],
    [
      'S4.02 a policy is made with a name and the purpose it is for',
      'super-user',
      'role.create',
      async () => made(desk({ name: 'Vaccination days', purpose: 'Enters vaccinations.' }), { kind: 'policy' }),
    ],
  ),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'role_created', [
    'S2.64 a child role with more rights than its parent is not made without saying so',
    'super-user',
    'role.create',
    role({ name: 'Wider', parentId: 'front-desk', permissions: ['patient:read', 'note:read'] }),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'user_created', [
    'S4.01 a policy is stacked on roles and not given to a person',
    'super-user',
    'user.add',
    withPolicy,
  ]),
  ...lacks(
    'role:create',
    'role_created',
    ['S2.26 a manager makes no role', 'manager', 'role.create', role({ name: 'Mine' })],
    ['S3.02 nor does the front desk, whatever its tasks are', 'front-desk', 'role.create', role({ name: 'Ours' })],
  ),
  ...denies('CONFLICT', 'CONFLICT', 'role_pack_applied', [
    'S2.30 a Super User gets as far as adding ready-made roles, whose list has changed meanwhile',
    'super-user',
    'role.applyPack',
    usual('role.applyPack'),
  ]),
  ...lacks(
    'role:create',
    'role_pack_applied',
    ['S2.30 a manager adds no ready-made roles', 'manager', 'role.applyPack', example('role.applyPack')],
    ['S2.31 billing sets up no staff structure', 'billing', 'role.applyPack', example('role.applyPack')],
  ),
];

const SEEN: readonly AccessCase[] = [
  ...permits(
    'role_printed',
    ['S1.02 a security officer prints the sheet of a role', 'security-officer', 'role.print', example('role.print')],
    ['S1.02 a privacy officer does so too', 'privacy-officer', 'role.print', example('role.print')],
  ),
  ...permits('role_viewed', [
    'S2.24 a privacy officer looks at what a role can do and who holds it',
    'privacy-officer',
    'role.read',
    example('role.read'),
  ]),
  ...lacks('role:read', 'role_printed', [
    'S1.02 the front desk prints no role',
    'front-desk',
    'role.print',
    example('role.print'),
  ]),
  ...lacks('role:read', 'role_viewed', [
    'S2.24 a manager does not look at what roles can do',
    'manager',
    'role.read',
    example('role.read'),
  ]),
];

const SEVERAL: readonly AccessCase[] = [
  ...permits('product_listed', [
    'S3.03 whoever has two roles lists products by the one',
    'desk-and-stock',
    'product.find',
    usual('product.find'),
  ]),
  ...permits('patient_listed', [
    'S3.03 and patients by the other',
    'desk-and-stock',
    'patient.find',
    example('patient.find'),
  ]),
  ...permits('claim_listed', [
    'S4.06 the rights of a role and of a single tick add up',
    'desk-with-claims',
    'claim.find',
    example('claim.find'),
  ]),
  ...denies('FORBIDDEN', 'phiRestricted', 'patient_listed', [
    'S4.06 what is taken away wins over every role that gives it',
    'restricted-manager',
    'patient.find',
    example('patient.find'),
  ]),
  ...denies('FORBIDDEN', 'phiRestricted', 'claim_listed', [
    'S4.05 a right that reaches patients is closed to whoever is ePHI Restricted',
    'restricted-manager',
    'claim.find',
    example('claim.find'),
  ]),
  ...permits('product_listed', [
    'S4.05 one that reaches none stays open to them',
    'restricted-manager',
    'product.find',
    usual('product.find'),
  ]),
  ...lacks('report:read', 'billing_report_read', [
    'S5.11 whoever has no right to reports reads none',
    'front-desk',
    'report.readBilling',
    example('report.readBilling'),
  ]),
  ...permits('billing_report_read', [
    'S5.11 whoever has the right to reports reads them',
    'manager',
    'report.readBilling',
    example('report.readBilling'),
  ]),
  ...lacks('claim:delete', 'claim_deleted', [
    'S4.03 the log names the key of the right that was missing',
    'front-desk',
    'claim.delete',
    usual('claim.delete'),
  ]),
  ...lacks('user:update', 'user_change_previewed', [
    'S4.08 whoever may not change rights does not see what a change would do either',
    'security-officer',
    'user.previewUpdate',
    usual('user.previewUpdate'),
  ]),
  ...denies('CONFLICT', 'CONFLICT', 'user_change_previewed', [
    'S4.08 a Super User previews a change, of a user who was changed meanwhile',
    'super-user',
    'user.previewUpdate',
    usual('user.previewUpdate'),
  ]),
  ...lacks('role:update', 'role_change_previewed', [
    'P6 whoever may not change roles does not see what such a change would do to expectations',
    'privacy-officer',
    'role.previewUpdate',
    usual('role.previewUpdate'),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'role_change_previewed', [
    'P6 a change of a shipped role is not previewed, because it is never made',
    'super-user',
    'role.previewUpdate',
    usual('role.previewUpdate'),
  ]),
  ...lacks('setting:update', 'beyond_tasks_rule_changed', [
    'S1.18 a manager does not set whether rights beyond the tasks are blocked',
    'manager',
    'rightsRules.setBeyondTasks',
    usual('rightsRules.setBeyondTasks'),
  ]),
];

export const ROLE_CASES: readonly AccessCase[] = [...MADE, ...SEEN, ...SEVERAL];
