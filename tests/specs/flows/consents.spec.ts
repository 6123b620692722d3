// Consents of patients and the templates they are given under (S4.12).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { roleDesk } from '../../support/roleDesk.ts';
import { setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
let patientId: string;
let templateId: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  const made = new Map<string, { id: string }>();
  for (const type of ['location', 'payer', 'provider', 'patient', 'consentTemplate'])
    made.set(type, await addExample(test, type, made));
  patientId = made.get('patient')?.id ?? '';
  templateId = made.get('consentTemplate')?.id ?? '';
});
afterEach(() => test.close());
const { holder, newestEntry } = roleDesk(() => test);

type Fields = CallInput<'consent.create'>['fields'];
const fields = (more: Partial<Fields> = {}): Fields => ({
  patientId,
  templateId,
  givenOn: '2026-11-20',
  way: 'paper',
  withdrawnOn: null,
  remark: '',
  ...more,
});
const today = async () => (await test.must('practice.readStatus', {})).today;

describe('consents (S4.12)', () => {
  it('S4.12 is taken at the desk, which cannot withdraw it or change the wording; the privacy officer can', async () => {
    await holder('desk', ['front-desk'], 'D');
    await holder('privacy', ['privacy-officer'], 'P');
    const { id } = await test.must('consent.create', { fields: fields({ givenOn: await today() }) }, 'D');
    const stored = await test.must('consent.read', { id }, 'D');
    const withdrawn = {
      id,
      version: stored.version,
      fields: fields({ givenOn: await today(), withdrawnOn: await today() }),
    };
    expect(await test.call('consent.update', withdrawn, 'D')).toMatchObject({ error: { reason: 'noRight' } });
    await test.must('consent.update', withdrawn, 'P');
    expect((await test.must('consent.read', { id }, 'D')).fields.withdrawnOn).toBe(await today());
    const template = await test.must('consentTemplate.read', { id: templateId }, 'D');
    const wording = { id: templateId, version: template.version, fields: { ...template.fields, wording: 'Other.' } };
    expect(await test.call('consentTemplate.update', wording, 'D')).toMatchObject({ error: { reason: 'noRight' } });
    await test.must('consentTemplate.update', wording, 'P');
  });

  it('S4.12 S1.24 opening one stands in the log under its patient, without what it says', async () => {
    const { id } = await test.must('consent.create', { fields: fields({ remark: 'Only the left knee.' }) });
    await test.must('consent.read', { id });
    const entry = await newestEntry('sensitive_read');
    expect(entry).toMatchObject({ objectType: 'consent', patientId });
    expect(JSON.stringify(await newestEntry('consent_added'))).not.toContain('knee');
  });

  it.each<[string, (day: string) => Partial<Fields>, string]>([
    ['a day that has not come', () => ({ givenOn: '2099-01-01' }), 'fields.givenOn'],
    ['a withdrawal that has not come', () => ({ withdrawnOn: '2099-01-01' }), 'fields.withdrawnOn'],
    ['a withdrawal before it was given', (day) => ({ givenOn: day, withdrawnOn: '2001-01-01' }), 'fields.withdrawnOn'],
  ])('S4.12 refuses %s, new and changed alike', async (_what, more, path) => {
    const wrong = fields(more(await today()));
    const refused = { code: 'INVALID_INPUT', fields: [{ path }] };
    expect(await test.mustRefuse('consent.create', { fields: wrong })).toMatchObject(refused);
    const { id } = await test.must('consent.create', { fields: fields({ givenOn: '2020-01-02' }) });
    expect(await test.mustRefuse('consent.update', { id, version: 1, fields: wrong })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('S4.12 a template out of use takes no new consent, and those given under it stay', async () => {
    const { id } = await test.must('consent.create', { fields: fields() });
    const template = await test.must('consentTemplate.read', { id: templateId });
    const unused = { ...template.fields, isActive: false };
    await test.must('consentTemplate.update', { id: templateId, version: template.version, fields: unused });
    expect(await test.mustRefuse('consent.create', { fields: fields() })).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    const { version } = await test.must('consent.read', { id });
    await test.must('consent.update', { id, version, fields: fields({ remark: 'Copy sent.' }) });
    const reason = 'Entered twice.';
    expect(
      await test.mustRefuse('consentTemplate.delete', { id: templateId, version: template.version + 1, reason }),
    ).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });

  it('S1.09 whoever is ePHI Restricted sees no consent, and may keep the templates', async () => {
    const userId = await holder('privacy', ['privacy-officer'], 'P');
    const { version } = await test.must('user.read', { userId });
    await test.must('user.setPhiRestricted', { userId, version, reason: 'Asked for.', isPhiRestricted: true });
    const { id } = await test.must('consent.create', { fields: fields() });
    expect(await test.call('consent.read', { id }, 'P')).toMatchObject({ error: { reason: 'phiRestricted' } });
    expect((await test.call('consentTemplate.read', { id: templateId }, 'P')).ok).toBe(true);
  });
});
