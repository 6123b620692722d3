import { describe, expect, it } from 'vitest';
import { DENY_REASONS } from '../../../../shared/authorization/decide.ts';
import { proofVerdict } from '../../../../shared/authorization/proofVerdict.ts';

const refused = (reason: string | null) => ({ isLetIn: false, reason }) as const;
/** Rules beyond the tick boxes: each may refuse a call whose box is ticked. */
const FURTHER_RULES = [
  'reviewMode',
  'setupUnfinished',
  'recoverySession',
  'conditionNotMet',
  'reasonRequired',
  'leavesScope',
  'targetIsSuperUser',
  'ownRights',
  'givesWhatTheyLack',
  'onlySuperUserGives',
  'widensScope',
  'lastSuperUser',
];

describe('proofVerdict', () => {
  it('N2 agrees where the answer is what the boxes say', () => {
    expect(proofVerdict(true, { isLetIn: true })).toBe('agrees');
    expect(proofVerdict(false, refused('noRight'))).toBe('agrees');
    expect(proofVerdict(false, refused(null))).toBe('agrees');
  });
  it('N2 calls it too wide where somebody is let in against the boxes', () => {
    expect(proofVerdict(false, { isLetIn: true })).toBe('tooWide');
  });
  it.each(DENY_REASONS)('N2 knows whether boxes or a further rule cause a refusal for %s', (reason) => {
    expect(proofVerdict(true, refused(reason))).toBe(FURTHER_RULES.includes(reason) ? 'furtherRule' : 'tooNarrow');
  });
  it('N2 never excuses a refusal without a reason, nor one for want of a session', () => {
    expect(proofVerdict(true, refused(null))).toBe('tooNarrow');
    expect(proofVerdict(true, refused('notSignedIn'))).toBe('tooNarrow');
    expect(proofVerdict(true, refused('CONFLICT'))).toBe('furtherRule');
  });
});
