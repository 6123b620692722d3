// When a refusal names the conditions of a right, and when the row answers like one that is not there (S2.63).
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/authorization/decide.ts';
import type { Facts } from '../../../../shared/authorization/facts.ts';
import type { Conjunction } from '../../../../shared/authorization/rowCondition.ts';
import { ALL_ROWS, type RowTies } from '../../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import type { PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { tiesWith } from '../../../support/rowTies.ts';

const under: Conjunction = [{ type: 'refund', field: 'cents', operator: 'lessThan', value: 500_00 }];
const refund = (cents: unknown, more: Partial<RowTies> = {}): RowTies =>
  tiesWith({ type: 'refund', values: cents === undefined ? {} : ({ cents } as RowTies['values']), ...more });

interface Asked {
  readonly conditions: readonly (readonly [PermissionId, Conjunction])[];
  readonly permission?: PermissionId;
  readonly held?: readonly PermissionId[];
  readonly target?: RowTies;
  readonly after?: RowTies;
}

function answer({ conditions, permission = 'financial:approve', held, target, after }: Asked): string {
  const all = new Set<PermissionId>(held ?? ['financial:read', 'financial:create', 'financial:approve']);
  const facts: Facts = {
    subject: {
      userId: 'me',
      kind: 'person',
      status: 'active',
      isLockedOut: false,
      isSuperUser: false,
      isPhiRestricted: false,
      held: all,
      conditions: new Map(conditions.map(([id, conjunction]) => [id, [conjunction]])),
      borrowed: new Set(),
      withheld: new Map(),
      scope: wholeReach(all, { ...ALL_ROWS, providers: ['p1'] }),
    },
    target: target === undefined ? null : { kind: 'record', ties: target },
    tiesAfter: after ?? null,
    proposal: null,
    isReasonMissing: false,
    isSteppedUp: false,
    environment: { isSetupFinished: true, isReviewMode: false },
  };
  const decision = decide({ kind: 'permission', permission }, facts);
  return decision.decision === 'permit' ? 'permit' : decision.reason;
}

const approves = [['financial:approve', under]] as const;
const looks = [...approves, ['financial:read', under]] as const;

describe('a record that misses the conditions of a right', () => {
  it.each<[string, Asked, string]>([
    ['lets a cent below pass', { conditions: approves, target: refund(499_99) }, 'permit'],
    ['is named at the boundary', { conditions: approves, target: refund(500_00) }, 'conditionNotMet'],
    ['is named where the field is missing', { conditions: approves, target: refund(undefined) }, 'conditionNotMet'],
    ['is named where the field is empty', { conditions: approves, target: refund(null) }, 'conditionNotMet'],
    ['is named where the field is of another kind', { conditions: approves, target: refund('1') }, 'conditionNotMet'],
    ['is not touched as a record of another type', { conditions: approves, target: tiesWith({}) }, 'permit'],
    ['is not there for whoever may not see it either', { conditions: looks, target: refund(500_00) }, 'outOfScope'],
    [
      'is not there outside the limits of providers, whatever its amount',
      { conditions: approves, target: refund(500_00, { providerIds: ['p2'] }) },
      'outOfScope',
    ],
    [
      'is not there under a label whose right is missing',
      { conditions: approves, target: refund(500_00, { labels: ['confidential'] }) },
      'outOfScope',
    ],
    [
      'is not there by a right that brings no other',
      { conditions: [['financial:read', under]], permission: 'financial:read', target: refund(500_00) },
      'outOfScope',
    ],
    [
      'is named to whoever would add it',
      { conditions: [['financial:create', under]], permission: 'financial:create', after: refund(500_00) },
      'conditionNotMet',
    ],
    [
      'leaves the limits first of all where it would lie outside them',
      {
        conditions: [['financial:create', under]],
        permission: 'financial:create',
        after: refund(500_00, { providerIds: ['p2'] }),
      },
      'leavesScope',
    ],
    [
      'is not there as a note of somebody else for whom only their own are open',
      {
        conditions: [],
        permission: 'note:update',
        held: ['note:read', 'note:updateOwn'],
        target: tiesWith({ type: 'note', ownerId: 'you' }),
      },
      'outOfScope',
    ],
  ])('S2.63 %s', (_says, asked, expected) => {
    expect(answer(asked)).toBe(expected);
  });
});
