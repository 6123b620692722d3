import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decide } from '../../../../shared/authorization/decide.ts';
import { heldPermissions } from '../../../../shared/authorization/effectivePermissions.ts';
import type { Subject } from '../../../../shared/authorization/facts.ts';
import { replayDecision } from '../../../../shared/authorization/replay.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import { proposal, target, ties } from '../../../specs/access/arbitraryFacts.ts';
import { everythingRight, needs, permission, rightsOfUser, scope } from '../../../specs/access/arbitraryRights.ts';

const subject: fc.Arbitrary<Subject> = fc.record({ rights: rightsOfUser, limit: scope }).map(({ rights, limit }) => {
  const held = heldPermissions(rights);
  const { isSuperUser, isPhiRestricted } = rights;
  return { ...everythingRight.subject, isSuperUser, isPhiRestricted, held, scope: wholeReach(held, limit) };
});
const stored = fc
  .record({ id: permission, target, tiesAfter: fc.option(ties), proposal, isSteppedUp: fc.boolean() })
  .map(({ id, ...facts }) => {
    const { subject: _, ...rest } = everythingRight;
    return { access: needs(id), facts: { ...rest, ...facts } };
  });

describe('the replay of one decision (P1)', () => {
  test.prop([stored, subject])('noChangeTurnsNothing: without a change no decision is turned', (one, person) => {
    expect(replayDecision(one, person, person).isTurned).toBe(false);
    expect(replayDecision(one, person, { ...person }).isTurned).toBe(false);
  });

  test.prop([stored, subject, subject])(
    'replayEqualsDecide: both answers are those of the judge, and it is turned exactly where they differ',
    (one, before, after) => {
      const replayed = replayDecision(one, before, after);
      expect(replayed.before).toEqual(decide(one.access, { ...one.facts, subject: before }));
      expect(replayed.after).toEqual(decide(one.access, { ...one.facts, subject: after }));
      expect(replayed.isTurned).toBe(replayed.before.decision !== replayed.after.decision);
    },
  );
});
