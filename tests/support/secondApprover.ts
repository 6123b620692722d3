// A practice in which a second person approves changes of rights, and what the flows about it do there.
import type { CallInput, Output } from '../../shared/catalogue/procedures.ts';
import { ROLE_REASON as reason } from './roleDesk.ts';
import { PASSWORD, type TestCore } from './startTestCore.ts';

type Rights = Pick<CallInput<'user.update'>, 'roleIds' | 'exceptions' | 'scope'>;

/** Makes the user a second Super User. */
export async function makeSuperUser(test: TestCore, userId: string, window = 'A'): Promise<void> {
  const { version } = await test.must('user.read', { userId }, window);
  await test.must('user.setSuperUser', { userId, version, reason, isSuperUser: true, password: PASSWORD }, window);
}

/** Switches the rule on, as the owner. */
export async function switchOn(test: TestCore): Promise<void> {
  await test.must('rightsRules.setSecondApprover', { was: 'off', isOn: true, reason, password: PASSWORD });
}

/** The call that gives the user other rights. */
export async function changedRights(
  test: TestCore,
  userId: string,
  more: Partial<Rights & { reason: string }>,
): Promise<CallInput<'user.update'>> {
  const { version, info, roleIds, exceptions, scope } = await test.must('user.read', { userId });
  return { userId, version, info, roleIds, exceptions, scope, reason, ...more };
}

/** The one change that waits. */
export async function onlyWaiting(test: TestCore): Promise<Output<'proposal.find'>['waiting'][number]> {
  const { waiting } = await test.must('proposal.find', {});
  const [one] = waiting;
  if (one === undefined || waiting.length > 1) throw new Error(`${waiting.length} changes wait`);
  return one;
}
