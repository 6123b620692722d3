// What-if: starts the replay of the log under a proposed change of a person or a role (P1).
import { readRoleDefinitions } from '../../db/repositories/roleDefinition.ts';
import { readUser } from '../../db/repositories/storedUser.ts';
import { refuse } from '../../shared/errors.ts';
import type { ProposedChange } from '../access/rightsAfter.ts';
import type { AuthorizedCall, Handlers } from '../ipc/stages.ts';
import { replayJob } from '../replay/replayJob.ts';
import type { Services } from '../services.ts';
import { ownSession } from './ownSession.ts';
import { objectOf } from './userToChange.ts';

type ReplayName = Extract<keyof Handlers, `access.replay${string}`>;

export const accessReplayHandlers: Pick<Handlers, ReplayName> = {
  'access.replayUserChange': (call, tx, services) => {
    const user = readUser(tx, call.input.userId);
    if (user === null) return refuse('NOT_FOUND', 'This user is not here any more. Go back to the list of users.');
    call.note({ object: objectOf(user) });
    return start(call, { kind: 'user', input: call.input }, services);
  },
  'access.replayRoleChange': (call, tx, services) => {
    const role = readRoleDefinitions(tx).get(call.input.roleId);
    if (role === undefined) return refuse('NOT_FOUND', 'This role is not here any more. Go back to the list of roles.');
    call.note({ object: { type: 'role', id: role.roleId, label: role.name } });
    return start(call, { kind: 'role', input: call.input }, services);
  },
};

function start(call: AuthorizedCall<ReplayName>, change: ProposedChange, services: Services) {
  const { sessionId } = ownSession(call);
  const job = services.jobs.create(sessionId, replayJob(services, change, call.input.days, call.nowMs));
  call.afterCommit(job.begin);
  return { jobId: job.jobId };
}
