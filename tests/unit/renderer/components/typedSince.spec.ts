// What stays typed after a save.
import { describe, expect, it } from 'vitest';
import { typedSince } from '../../../../renderer/components/typedSince.ts';

describe('what was typed since a save began', () => {
  const saved = { typed: { name: 'Maple', years: 6 }, reason: 'Moved.' };

  it('is nothing where nothing was typed meanwhile', () => {
    expect(typedSince(saved, saved)).toEqual({ typed: {}, reason: '' });
  });

  it('is the field typed on, and one begun meanwhile', () => {
    const now = { typed: { name: 'Maple Street', years: 6, taxId: '1' }, reason: 'Moved.' };
    expect(typedSince<typeof now>({ ...saved, typed: { ...saved.typed, taxId: '' } }, now)).toEqual({
      typed: { name: 'Maple Street', taxId: '1' },
      reason: '',
    });
  });

  it('is a reason that was changed', () => {
    expect(typedSince(saved, { ...saved, reason: 'Moved in May.' }).reason).toBe('Moved in May.');
  });
});
