// The practice's rules about rights as such, and the refusals that follow from them (S1.18, S2.36).
import { hasOtherSuperUser } from '../../db/repositories/rights.ts';
import {
  deletePersonalExceptions,
  findPersonalExceptions,
  readBeyondTasksRule,
  readRightsModel,
  readSecondApproverRule,
  readToxicPairsRule,
  type StoredRule,
  writeBeyondTasksRule,
  writeRightsModel,
  writeSecondApproverRule,
  writeToxicPairsRule,
} from '../../db/repositories/rightsRules.ts';
import { stampUser } from '../../db/repositories/user.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { RIGHTS_RULES } from '../../shared/catalogue/rightsRules.ts';
import { beyondTasks, type TaskId } from '../../shared/catalogue/tasks.ts';
import { newToxicPairs, toxicPairWords } from '../../shared/catalogue/toxicPairs.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';

const RULE_CHANGED = refuse(
  'CONFLICT',
  'Somebody changed this rule meanwhile. Look at it again, then choose once more.',
);

export const rightsRulesHandlers: Pick<Handlers, Extract<keyof Handlers, `rightsRules.${string}`>> = {
  'rightsRules.read': (_call, tx) => ({
    toxicPairs: shown(readToxicPairsRule(tx)),
    beyondTasks: shown(readBeyondTasksRule(tx)),
    rightsModel: shown(readRightsModel(tx)),
    secondApprover: shown(readSecondApproverRule(tx)),
  }),
  'rightsRules.setToxicPairs': (call, tx) => {
    const { was, toxicPairs, reason } = call.input;
    const { label, choices } = RIGHTS_RULES.toxicPairs;
    const stored = readToxicPairsRule(tx).value;
    call.note({ object: { type: 'setting', id: 'rights.toxicPairs', label } });
    if (stored !== was) return RULE_CHANGED;
    call.note({
      why: reason,
      changes: [{ field: label, old: choices[stored].label, new: choices[toxicPairs].label }],
    });
    writeToxicPairsRule(tx, toxicPairs, actingUserId(call), call.nowMs);
    return {};
  },
  'rightsRules.setBeyondTasks': (call, tx) => {
    const { was, beyondTasks: rule, reason } = call.input;
    const { label, choices } = RIGHTS_RULES.beyondTasks;
    const stored = readBeyondTasksRule(tx).value;
    call.note({ object: { type: 'setting', id: 'rights.beyondTasks', label } });
    if (stored !== was) return RULE_CHANGED;
    call.note({ why: reason, changes: [{ field: label, old: choices[stored].label, new: choices[rule].label }] });
    writeBeyondTasksRule(tx, rule, actingUserId(call), call.nowMs);
    return {};
  },
  'rightsRules.findExceptions': (call, tx) => {
    const exceptions = findPersonalExceptions(tx);
    call.note({ count: exceptions.length });
    return { exceptions };
  },
  'rightsRules.setModel': (call, tx) => {
    const { was, rightsModel, exceptionCount, reason } = call.input;
    const { label, choices } = RIGHTS_RULES.rightsModel;
    const stored = readRightsModel(tx).value;
    const exceptions = findPersonalExceptions(tx);
    call.note({ object: { type: 'setting', id: 'rights.model', label } });
    if (stored !== was || exceptions.length !== exceptionCount)
      return refuse(
        'CONFLICT',
        'The rights model or somebody’s personal rights were changed meanwhile. Look at what would fall away once more.',
      );
    const endsExceptions = rightsModel === 'strict';
    call.note({
      why: reason,
      changes: [
        { field: label, old: choices[stored].label, new: choices[rightsModel].label },
        ...(endsExceptions ? exceptions : []).map(({ name, permission, effect }) => ({
          field: `${name}: ${PERMISSIONS[permission].label}`,
          old: effect === 'grant' ? 'added for this user' : 'taken from this user',
          new: null,
        })),
      ],
    });
    writeRightsModel(tx, rightsModel, actingUserId(call), call.nowMs);
    if (!endsExceptions) return {};
    deletePersonalExceptions(tx);
    // Whoever has one of these users open must see that they were changed.
    for (const userId of new Set(exceptions.map((exception) => exception.userId)))
      stampUser(tx, userId, actingUserId(call), call.nowMs);
    return {};
  },
  'rightsRules.setSecondApprover': (call, tx) => {
    const { was, isOn, reason } = call.input;
    const { label, choices } = RIGHTS_RULES.secondApprover;
    const stored = readSecondApproverRule(tx);
    const byUserId = actingUserId(call);
    call.note({ object: { type: 'setting', id: 'rights.secondApprover', label } });
    if (stored.value !== was || stored.value === (isOn ? 'on' : 'off')) return RULE_CHANGED;
    const isAlone = !hasOtherSuperUser(tx, byUserId, call.nowMs);
    if (isOn && isAlone) return ALONE;
    if (!isOn && !isAlone && stored.value === 'ending' && stored.changedById === byUserId) return OWN_WISH;
    const value = isOn ? 'on' : stored.value === 'on' && !isAlone ? 'ending' : 'off';
    call.note({
      why: reason,
      changes: [
        { field: label, old: choices[stored.value].label, new: choices[value].label },
        ...(stored.value === 'ending' ? [{ field: 'Asked for by', old: null, new: stored.changedBy }] : []),
      ],
    });
    writeSecondApproverRule(tx, value, byUserId, call.nowMs);
    return { value };
  },
};

const ALONE = refuse(
  'CONSTRAINT_VIOLATED',
  'You are the only Super User who can sign in, so nobody could approve what you change. Make somebody else a Super User first.',
);
const OWN_WISH = refuse(
  'CONSTRAINT_VIOLATED',
  'You asked for this yourself. It is switched off when another Super User agrees; ask one of them.',
);

function shown<Value>({ value, changedBy, changedAtMs }: StoredRule<Value>) {
  return { value, changedBy, changedAtMs };
}

/** CONSTRAINT_VIOLATED where a change would bring rights together that should not meet and the practice refuses that;
 *  pairs that met before stay as they are. */
export function refuseToxicPairs(
  tx: ReadTx,
  before: Iterable<PermissionId>,
  after: Iterable<PermissionId>,
): Refusal | null {
  const [pair] = newToxicPairs(before, after);
  if (pair === undefined || readToxicPairsRule(tx).value === 'mark') return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `This practice refuses ${toxicPairWords(pair)}. Take one of the two away, or give it to somebody else.`,
  );
}

/** CONSTRAINT_VIOLATED where a role that names tasks would newly give what none of them needs, and the practice
 *  refuses that. */
export function refuseBeyondTasks(
  tx: ReadTx,
  taskIds: readonly TaskId[],
  before: Iterable<PermissionId>,
  after: Iterable<PermissionId>,
): Refusal | null {
  const known = new Set(before);
  const more = beyondTasks(after, taskIds).filter((id) => !known.has(id));
  if (more.length === 0 || readBeyondTasksRule(tx).value === 'mark') return null;
  const names = more.map((id) => PERMISSIONS[id].label).join(', ');
  return refuse(
    'CONSTRAINT_VIOLATED',
    `None of the named tasks needs this: ${names}. Untick it, or name the task it is for.`,
  );
}
