// Acts as tasks, what they can be narrowed to, and the sentence of an expectation (P6).
import { describe, expect, it } from 'vitest';
import { expectationSentence } from '../../../../shared/catalogue/expectationWords.ts';
import {
  aboutKindsOf,
  aboutTypeOf,
  expectedAct,
  needsRight,
  TASK_OF,
  taskWords,
} from '../../../../shared/catalogue/expectedAct.ts';
import { PROCEDURE_NAMES, PROCEDURES } from '../../../../shared/catalogue/procedures.ts';

describe('acts as tasks (P6)', () => {
  it('P6 every act that needs a right can be said as a task', () => {
    const firstWords = PROCEDURE_NAMES.filter(needsRight).map((name) => {
      const { audit } = PROCEDURES[name];
      return 'none' in audit ? '' : (audit.says.split(' ')[0] ?? '');
    });
    expect(firstWords.filter((word) => !Object.hasOwn(TASK_OF, word))).toEqual([]);
  });

  it('P6 puts the verb, and one joined to it, into the infinitive', () => {
    expect(taskWords('note.read')).toBe('open a clinical note');
    expect(taskWords('user.setSuperUser')).toBe('give or take the Super User tick');
    expect(taskWords('note.sign')).toBe('sign and lock a clinical note');
    expect(taskWords('claim:delete')).toBe('hold the right “Claims: Delete Data”');
  });

  it('P6 knows no act that everybody may do, and none of another version', () => {
    expect(expectedAct('session.lock')).toBeNull();
    expect(expectedAct('patient.juggle')).toBeNull();
    expect(expectedAct('constructor')).toBeNull();
    expect(taskWords('patient.juggle')).toContain('not known here any more');
  });

  it('P6 narrows an act only to what its records are tied to', () => {
    expect(aboutKindsOf('note.read')).toEqual(['any', 'record', 'patient', 'provider']);
    expect(aboutKindsOf('patient.read')).toEqual(['any', 'record', 'provider']);
    expect(aboutKindsOf('provider.read')).toEqual(['any', 'record']);
    expect(aboutKindsOf('user.disable')).toEqual(['any', 'record']);
    expect(aboutKindsOf('note.find')).toEqual(['any']);
    expect(aboutKindsOf('note:read')).toEqual(['any']);
    expect(aboutTypeOf('note.read', 'record')).toBe('note');
    expect(aboutTypeOf('user.disable', 'record')).toBe('user');
    expect(aboutTypeOf('note.read', 'patient')).toBe('patient');
    expect(aboutTypeOf('note.read', 'any')).toBeNull();
  });
});

describe('the sentence of an expectation (P6)', () => {
  const said = { who: { kind: 'user' as const, name: 'Whitfield, Dana' }, isMust: false, act: 'note.read' };
  const about = (kind: 'any' | 'record' | 'patient' | 'provider', name: string | null) =>
    expectationSentence({ ...said, about: { kind, name } });

  it('P6 reads as people say it', () => {
    expect(about('any', null)).toBe('Whitfield, Dana must not open a clinical note.');
    expect(about('patient', 'Lee, Ann')).toBe('Whitfield, Dana must not open a clinical note of Lee, Ann.');
    expect(about('provider', 'Patel, Ria')).toBe(
      'Whitfield, Dana must not open a clinical note that belongs to Patel, Ria alone.',
    );
    expect(about('record', 'Talk')).toBe('Whitfield, Dana must not open a clinical note (Talk).');
    expect(
      expectationSentence({
        ...said,
        who: { kind: 'role', name: 'Billing' },
        isMust: true,
        about: { kind: 'any', name: null },
      }),
    ).toBe('Everybody with the role “Billing” must be able to open a clinical note.');
  });

  it('P6 names nothing where the name is not told', () => {
    expect(about('patient', null)).toContain('of a certain patient');
    expect(about('provider', null)).toContain('a certain provider alone');
    expect(about('record', null)).toContain('(a certain one)');
  });
});
