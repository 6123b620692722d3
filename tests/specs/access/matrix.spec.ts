// The exhaustive access matrix: every procedure, every role and tick, every kind of provider limit, against the hand table.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURE_NAMES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { Reply } from '../../../shared/errors.ts';
import { type AccessWorld, buildAccessWorld, type Scope } from '../../support/accessWorld.ts';
import { mustAny } from '../../support/exampleRecord.ts';
import { OWN_SENDER } from '../../support/startTestCore.ts';
import { HOLDERS, ROLES } from './expectedRights.ts';
import { EVERYBODY_SIGNED_IN, OPEN_TO_ANYBODY } from './openToMany.ts';
import { type Outside, type PermittedAnswer, permittedAnswers } from './permittedAnswers.ts';

const STRANGER = 'stranger';
/** Ends the session it is called in, so it comes last and is followed by a new sign-in. */
const ENDS_SESSION: readonly string[] = ['session.lock', 'session.delete'];
const IN_ORDER = [...PROCEDURE_NAMES.filter((name) => !ENDS_SESSION.includes(name)), ...ENDS_SESSION];
const counted = { cells: 0, denied: 0, outside: 0 };

let world: AccessWorld;
let answers: Readonly<Record<string, PermittedAnswer>>;
beforeAll(async () => {
  world = await buildAccessWorld(Object.keys(ROLES));
  answers = permittedAnswers(world);
}, 60_000);
afterAll(() => {
  console.log(
    `access matrix: ${counted.cells} cells (${counted.denied} without the right, ${counted.outside} outside the limit)`,
  );
  world.test.close();
});

interface Limit {
  readonly scope: Scope;
  /** Whom the limit keeps out of what belongs to the provider `own`. */
  readonly keepsOut: readonly Outside['whoIs'][];
  readonly reachedCount: number;
}

/** Asked for when the practice stands, since it makes the ids. */
const LIMITS: readonly (readonly [string, () => Limit])[] = [
  ['all providers', () => ({ scope: { kind: 'all' }, keepsOut: [], reachedCount: 2 })],
  ['the provider of the record', () => selected([world.providerId.own], ['anybody'])],
  ['another provider', () => selected([world.providerId.other], ['anybody', 'other'])],
  ['no provider at all', () => selected([], ['anybody', 'other'])],
];

function selected(providerIds: string[], keepsOut: Limit['keepsOut']): Limit {
  return { scope: { kind: 'selected', providerIds }, keepsOut, reachedCount: providerIds.length };
}

interface Expected {
  readonly answer: string;
  /** Denied for what it reaches or leads to, although the right is held. */
  readonly isOutside: boolean;
}

/** What the hand table says about one cell. */
function expectation(holder: string, name: string, keepsOut: Limit['keepsOut']): Expected {
  const answer = answers[name];
  if (answer === undefined) return inside('a row in permittedAnswers.ts');
  if (name in OPEN_TO_ANYBODY || name in EVERYBODY_SIGNED_IN) return inside(answer.answer);
  const { may = [], ofOwnAlone = [] } = HOLDERS[holder] ?? {};
  if (!may.includes(name)) return inside('FORBIDDEN');
  if (answer.isAimed && ofOwnAlone.includes(name)) return { answer: 'NOT_FOUND', isOutside: true };
  if (answer.isForAnother && ofOwnAlone.includes(name)) return { answer: 'CONSTRAINT_VIOLATED', isOutside: true };
  const { outside } = answer;
  if (outside !== undefined && keepsOut.includes(outside.whoIs)) return { answer: outside.answer, isOutside: true };
  return inside(answer.answer);
}

const PATIENT_ROLE = 'patient';
const inside = (answer: string): Expected => ({ answer, isOutside: false });

async function call(name: string, window: string): Promise<Reply<unknown>> {
  const reply = await world.test.core.call(window, OWN_SENDER, name, answers[name]?.input);
  return reply as Reply<unknown>;
}

const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.error.code);
const find = (filter: Partial<typeof NO_AUDIT_FILTER>) =>
  world.test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, ...filter }, beforeNumber: null, limit: 1 });
const latestMs = async () => (await find({})).entries[0]?.atMs ?? 0;
/** Of one person within one round: the log counts no further than ten thousand. */
const deniedInLog = async (holder: string, fromMs: number) =>
  (await find({ outcome: 'denied', actorId: world.userIds.get(holder) ?? '', fromMs })).total;

describe('the hand table (S1.03, S2.91)', () => {
  it('S1.03 has a row for every procedure, and no row for a procedure that is not there', () => {
    expect(Object.keys(answers).sort()).toEqual([...PROCEDURE_NAMES].sort());
  });

  it('S1.03 says of every procedure who may call it: anybody, everybody signed in, or the holders of a right', () => {
    const guarded = new Set(Object.values(HOLDERS).flatMap(({ may }) => may));
    const said = [...Object.keys(OPEN_TO_ANYBODY), ...Object.keys(EVERYBODY_SIGNED_IN), ...guarded];
    expect(said.sort()).toEqual([...PROCEDURE_NAMES].sort());
  });

  it('S1.01 has a row for every shipped role', async () => {
    const { roles } = await world.test.must('role.find', {});
    expect(Object.keys(ROLES).sort()).toEqual(roles.map(({ roleId }) => roleId).sort());
  });
});

describe('the access matrix (S1.03, S2.16, S2.91, S5.04, S5.09, S5.13, S5.14)', () => {
  describe.each(LIMITS)('limited to %s', (limitName, limit) => {
    it.each(Object.keys(HOLDERS))(
      `S5.14 ${limitName}: every procedure answers %s as the table says`,
      async (holder) => {
        const { scope, keepsOut, reachedCount } = limit();
        const isSuperUser = holder === 'super-user';
        // The clock stands still otherwise, and the log is counted from a time on.
        world.test.advance(1);
        await world.limit(holder, scope);
        const fromMs = await latestMs();
        const deniedBefore = await deniedInLog(holder, fromMs);
        const [expected, found] = [[] as string[], [] as string[]];
        let denials = 0;
        for (const name of IN_ORDER) {
          const { answer, isOutside } = expectation(holder, name, isSuperUser ? [] : keepsOut);
          const reply = await call(name, holder);
          expected.push(`${name} ${answer}`);
          found.push(`${name} ${codeOf(reply)}`);
          counted.cells += 1;
          // A Super User's notice is refused by its handler, which the log calls refused rather than denied.
          if (isOutside || answer === 'FORBIDDEN') denials += 1;
          if (answer === 'FORBIDDEN') counted.denied += 1;
          if (isOutside) counted.outside += 1;
          // Reaching for hidden rows three times ends the session (S1.10), as signing out does.
          if (isOutside || ENDS_SESSION.includes(name)) await signInAgain(holder);
          if (reply.ok) await undo(name, holder, reply.value);
        }
        expect(found).toEqual(expected);
        expect(await deniedInLog(holder, fromMs)).toBe(deniedBefore + denials);
        // The role Patient reaches the one record it is linked to, whatever the limit (S1.23).
        await expectLists(holder, isSuperUser ? 2 : holder === PATIENT_ROLE ? 1 : reachedCount);
      },
    );
  });

  it('S2.91 answers nothing but what is open to anybody at a window nobody is signed in at', async () => {
    for (const name of IN_ORDER) {
      const wanted = name in OPEN_TO_ANYBODY ? (answers[name]?.answer ?? '') : 'UNAUTHENTICATED';
      expect(`${name} ${codeOf(await call(name, STRANGER))}`).toBe(`${name} ${wanted}`);
      counted.cells += 1;
    }
  });

  it('S1.03 has asked about every cell', () => {
    const perWindow = PROCEDURE_NAMES.length;
    expect(counted.cells).toBe(perWindow * (Object.keys(HOLDERS).length * LIMITS.length + 1));
  });
});

/** Leaves the practice as it was, so that every cell asks the same question. */
async function undo(name: string, holder: string, added: unknown): Promise<void> {
  const way = answers[name]?.undo;
  if (way !== undefined) await mustAny(world.test, way.call, way.input(added), way.by === 'owner' ? 'A' : holder);
}

async function signInAgain(holder: string): Promise<void> {
  const { stage } = await world.test.must('session.readState', {}, holder);
  if (stage !== 'open') await world.signIn(holder);
}

/** Lists hold exactly the rows within the limit, counted alike (S5.14). */
async function expectLists(holder: string, reachedCount: number): Promise<void> {
  const lists: readonly ProcedureName[] = ['patient.find', 'provider.find'];
  for (const name of lists.filter((list) => HOLDERS[holder]?.may.includes(list))) {
    const reply = await call(name, holder);
    expect(reply).toMatchObject({ ok: true, value: { total: reachedCount } });
    const rows = reply.ok ? (reply.value as { rows: unknown[] }).rows : [];
    expect(rows).toHaveLength(reachedCount);
  }
}
