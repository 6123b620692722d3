import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../../../../renderer/components/purpose.ts';
import { decisionOf } from '../../../../../renderer/screens/activity/decisionWords.ts';
import { type LogEntry, sentenceOf } from '../../../../../shared/catalogue/logSentence.ts';

const ENTRY: LogEntry = {
  number: 7,
  atMs: 0,
  actorId: 'a',
  actorName: 'Whitfield, Dana',
  actorRoles: [],
  event: 'patient_deleted',
  says: 'deleted a patient record',
  action: 'D',
  objectType: 'patient',
  objectId: 'p',
  objectLabel: 'record 3',
  patientId: 'p',
  outcome: 'succeeded',
  reason: null,
  permission: 'patient:delete',
  why: 'Entered twice.',
  count: null,
  changes: [],
  workstation: 'FRONT-1',
  hash: '00',
};

describe('the sentence of an entry', () => {
  it('says who did what to which thing', () => {
    expect(sentenceOf(ENTRY)).toBe('Whitfield, Dana deleted a patient record: record 3');
  });

  it.each(['denied', 'refused', 'failed'] as const)('never reads as done when it was %s', (outcome) => {
    expect(sentenceOf({ ...ENTRY, outcome })).not.toContain('Dana deleted');
  });

  it('stands alone when nobody was signed in, and does not name a person twice', () => {
    const start = { ...ENTRY, actorName: '', event: 'started', says: 'was started', objectLabel: null };
    expect(sentenceOf(start)).toBe('Was started');
    expect(sentenceOf({ ...ENTRY, says: 'signed in', objectLabel: 'Whitfield, Dana' })).toBe(
      'Whitfield, Dana signed in',
    );
  });
});

describe('the decision of an entry', () => {
  it('puts the word of the judge into a sentence and shows other reasons as recorded', () => {
    expect(decisionOf(ENTRY)).toBe('Permitted and done.');
    expect(decisionOf({ ...ENTRY, outcome: 'denied', reason: 'outOfScope' })).toContain('outside this person’s limits');
    expect(decisionOf({ ...ENTRY, outcome: 'refused', reason: 'CONFLICT' })).toBe(
      'Permitted, but not possible: CONFLICT',
    );
  });
});

describe('the purpose of an export', () => {
  it('is asked for until it says something, and fits the log', () => {
    expect(purposeOf(null, 'x')).toBeNull();
    expect(purposeOf('Another purpose', '  ')).toBeNull();
    expect(purposeOf('Another purpose', 'Insurer asked')).toBe('Insurer asked');
    expect(purposeOf('Annual HIPAA audit', ' 2026 ')).toBe('Annual HIPAA audit: 2026');
    expect(purposeOf('Annual HIPAA audit', 'x'.repeat(300))).toHaveLength(200);
  });
});
