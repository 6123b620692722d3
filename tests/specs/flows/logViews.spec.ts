// One's own views of the activity log through the real core: saved, chosen, renamed, deleted (S2.37).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { SHIPPED_VIEWS } from '../../../shared/catalogue/shippedViews.ts';
import type { ViewFilter } from '../../../shared/catalogue/viewFilter.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const FILTER: ViewFilter = { period: 'week', outcome: 'notDone', workstation: 'FRONT-1', text: 'Mosciski' };
const OFFICER = { roleIds: ['security-officer'], exceptions: [], scope: { kind: 'all' as const } };
const views = async (window = 'A') => (await test.must('audit.findViews', {}, window)).views;
const newest = async (event: string) => {
  const filter = { ...NO_AUDIT_FILTER, event };
  return (await test.must('audit.find', { filter, beforeNumber: null, limit: 1 })).entries[0];
};

describe('saved views of the activity log (S2.37)', () => {
  it('S2.37 keeps filters under a name, also after a restart', async () => {
    const { viewId } = await test.must('audit.addView', { name: ' Refused at the front ', filter: FILTER });
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await views()).toEqual([{ viewId, version: 1, name: 'Refused at the front', filter: FILTER }]);
  });

  it('S2.37 stands in the log with its filters, but without the words to find, which may name a patient', async () => {
    const { viewId } = await test.must('audit.addView', { name: 'Front', filter: FILTER });
    const entry = await newest('audit_view_saved');
    expect(entry).toMatchObject({ objectType: 'view', objectId: viewId, objectLabel: 'Front', outcome: 'succeeded' });
    expect(entry?.changes).toContainEqual({ field: 'filter workstation', old: null, new: 'FRONT-1' });
    expect(JSON.stringify(entry)).not.toContain('Mosciski');
  });

  it('S2.37 renames and deletes, each with an entry', async () => {
    const { viewId } = await test.must('audit.addView', { name: 'Front', filter: FILTER });
    await test.must('audit.renameView', { viewId, version: 1, name: 'Front desk' });
    expect((await newest('audit_view_renamed'))?.changes).toEqual([{ field: 'name', old: 'Front', new: 'Front desk' }]);
    expect(await test.mustRefuse('audit.deleteView', { viewId, version: 1 })).toMatchObject({ code: 'CONFLICT' });
    await test.must('audit.deleteView', { viewId, version: 2 });
    expect(await newest('audit_view_deleted')).toMatchObject({ objectLabel: 'Front desk', outcome: 'succeeded' });
    expect(await views()).toEqual([]);
    expect(await test.mustRefuse('audit.deleteView', { viewId, version: 2 })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('S2.37 keeps neither a name nor the same filters twice, whatever the case of the letters', async () => {
    const { viewId } = await test.must('audit.addView', { name: 'Front', filter: FILTER });
    const byName = await test.mustRefuse('audit.addView', { name: 'FRONT', filter: { period: 'today' } });
    expect(byName).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'name' }] });
    const byFilter = await test.mustRefuse('audit.addView', { name: 'Other', filter: FILTER });
    expect(byFilter).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('“Front”') });
    const shipped = SHIPPED_VIEWS[0]?.filter ?? {};
    expect(await test.mustRefuse('audit.addView', { name: 'Mine', filter: shipped })).toMatchObject({
      message: expect.stringContaining('“Refused today”'),
    });
    await test.must('audit.renameView', { viewId, version: 1, name: 'FRONT' });
    await test.must('audit.addView', { name: 'Today', filter: { period: 'today' } });
    expect(await test.mustRefuse('audit.renameView', { viewId, version: 2, name: 'today' })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('S2.37 belongs to one person: nobody else sees, renames or deletes it', async () => {
    const { viewId } = await test.must('audit.addView', { name: 'Front', filter: FILTER });
    await addActiveUser(test, 'officer', OFFICER, 'B');
    expect(await views('B')).toEqual([]);
    expect(await test.mustRefuse('audit.deleteView', { viewId, version: 1 }, 'B')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await test.mustRefuse('audit.renameView', { viewId, version: 1, name: 'Mine' }, 'B')).toMatchObject({
      code: 'NOT_FOUND',
    });
    await test.must('audit.addView', { name: 'Front', filter: FILTER }, 'B');
    expect(await views()).toHaveLength(1);
  });

  it('S2.37 refuses a view without filters, and more views than anybody looks through', async () => {
    expect(await test.mustRefuse('audit.addView', { name: 'All', filter: {} })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    for (let count = 0; count < 50; count += 1)
      await test.must('audit.addView', { name: `View ${count}`, filter: { text: `word ${count}` } });
    expect(await test.mustRefuse('audit.addView', { name: 'One more', filter: { text: 'more' } })).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
  });
});
