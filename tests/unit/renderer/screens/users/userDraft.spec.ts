// Drafts of a user over a stored state that moves.
import { describe, expect, it } from 'vitest';
import { isSameDraft, rebaseDraft, type UserDraft } from '../../../../../renderer/screens/users/userDraft.ts';

const STORED: UserDraft = {
  info: {
    lastName: 'Ortiz',
    firstName: 'Lena',
    middleInitial: '',
    loginId: 'lortiz',
    email: null,
    phone: null,
    note: null,
  },
  roleIds: ['billing', 'front-desk'],
  exceptions: [],
  scope: { kind: 'all' },
  roleTerms: [],
  locations: { kind: 'all' },
  linkedPatientId: null,
};

describe('a draft of a user', () => {
  it('is the same whatever the order of roles', () => {
    expect(isSameDraft(STORED, { ...STORED, roleIds: ['front-desk', 'billing'] })).toBe(true);
    expect(isSameDraft(STORED, { ...STORED, roleIds: ['billing'] })).toBe(false);
  });

  it('keeps what was typed and takes over what somebody else changed meanwhile', () => {
    const draft = { ...STORED, info: { ...STORED.info, phone: '617 555 0100' } };
    const newer: UserDraft = {
      ...STORED,
      info: { ...STORED.info, middleInitial: 'Q' },
      scope: { kind: 'selected', providerIds: [] },
    };
    expect(rebaseDraft(draft, STORED, newer)).toEqual({
      ...newer,
      info: { ...newer.info, phone: '617 555 0100' },
    });
  });

  it('keeps the ticks made here where both changed them', () => {
    const mine = { ...STORED, roleIds: ['billing'] };
    const theirs = { ...STORED, roleIds: ['front-desk'] };
    expect(rebaseDraft(mine, STORED, theirs).roleIds).toEqual(['billing']);
  });
});
