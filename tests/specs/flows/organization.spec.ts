// The practice's own data: a right of its own, that opens nothing about sign-in, rights or Super Users (S4.13).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { roleDesk } from '../../support/roleDesk.ts';
import { PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  await holder('keeper', [], 'K', ['organization:read', 'organization:update']);
});
afterEach(() => test.close());
const { holder, held, newestEntry } = roleDesk(() => test);

const taken = async () => test.must('organization.read', {}, 'K');
const changed = async (more: object) => {
  const { version, fields } = await taken();
  return { version, fields: { ...fields, ...more }, reason: 'The practice moved.' };
};

describe('the practice’s own data (S4.13)', () => {
  it('S4.13 whoever holds the right changes name, tax IDs and how long things are kept, and the log says what', async () => {
    const { fields } = await taken();
    expect(fields).toMatchObject({ taxId: '', stateTaxId: '', logRetentionYears: 6, recordRetentionYears: 6 });
    const more = { name: 'Elm Street Family Practice', taxId: '12-3456789', recordRetentionYears: 10 };
    await test.must('organization.update', await changed(more), 'K');
    expect((await taken()).fields).toEqual({ ...fields, ...more });
    expect((await test.must('practice.readStatus', {}, 'K')).practiceName).toBe(more.name);
    expect(await newestEntry('practice_data_changed')).toMatchObject({
      outcome: 'succeeded',
      why: 'The practice moved.',
      changes: [
        { field: 'Name of the practice', old: fields.name, new: more.name },
        { field: 'Tax ID', old: null, new: '12-3456789' },
        { field: 'Years patient records are kept', old: '6', new: '10' },
      ],
    });
  });

  it.each([
    [{ taxId: '123-45-6789' }, 'fields.taxId'],
    [{ taxId: '123456789' }, 'fields.taxId'],
    [{ name: '   ' }, 'fields.name'],
    [{ logRetentionYears: 5 }, 'fields.logRetentionYears'],
    [{ recordRetentionYears: 51 }, 'fields.recordRetentionYears'],
  ])('S4.13 refuses %j and says which field', async (more, path) => {
    const reply = await test.call('organization.update', await changed(more), 'K');
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', fields: [{ path }] } });
  });

  it('S4.13 refuses an older state and a change that changes nothing', async () => {
    const older = await changed({ name: 'First' });
    await test.must('organization.update', older, 'K');
    expect(await test.call('organization.update', older, 'K')).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await test.call('organization.update', await changed({}), 'K')).toMatchObject({
      error: { code: 'CONSTRAINT_VIOLATED' },
    });
  });

  it('S4.13 comes with a role as well as with a tick, and a front desk has neither', async () => {
    await holder('admin', ['office-administrator'], 'C');
    expect(await held('C')).toContain('organization:update');
    await holder('desk', ['front-desk'], 'D');
    expect(await test.call('organization.read', {}, 'D')).toMatchObject({ error: { reason: 'noRight' } });
  });

  it('S5.08 opens no other door: every procedure that asks for any other right stays closed', async () => {
    const own = ['organization:read', 'organization:update'];
    const doors = PROCEDURE_NAMES.filter((name) => {
      const { access } = PROCEDURES[name];
      return access.kind === 'permission' && !own.includes(access.permission);
    });
    expect(doors.length).toBeGreaterThan(200);
    const open: ProcedureName[] = [];
    for (const name of doors) {
      const reply = await test.call(name, withPassword(PROCEDURES[name].example) as never, 'K');
      if (reply.ok || reply.error.reason !== 'noRight') open.push(name);
    }
    expect(open).toEqual([]);
    expect(await held('K')).toEqual(own);
  });
});

/** So that nothing but the right is missing. */
function withPassword(example: unknown): unknown {
  const input = example as Record<string, unknown>;
  return 'password' in input ? { ...input, password: PASSWORD } : input;
}
