// Provider profiles through the real core: NPI, login, photo, and licenses that run out (S2.32).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { GRAY_PHOTO_BASE64 } from '../../../shared/photo/grayPhoto.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const FIELDS = { ...PROCEDURES['provider.create'].example.fields, locationIds: [] as string[] };
const DAY_MS = 86_400_000;

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const add = async (fields: Partial<typeof FIELDS> = {}) =>
  (await test.must('provider.create', { fields: { ...FIELDS, ...fields } })).id;
const userNamed = (loginId: string, roleIds: string[] = []) =>
  addActiveUser(test, loginId, { roleIds, exceptions: [], scope: { kind: 'all' } }, loginId);
const newest = async () =>
  (await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 1 })).entries[0];

describe('a provider profile (S2.32)', () => {
  it('S2.32 keeps everything that was typed', async () => {
    const { id: locationId } = await addExample(test, 'location', new Map());
    const userId = await userNamed('rpatel', ['provider']);
    const fields = {
      ...FIELDS,
      credentials: 'MD, FAAFP',
      furtherSpecialties: 'Geriatrics, Sports medicine',
      npi: '1234567893',
      licenseNumber: 'MA-4711',
      licenseState: 'MA',
      licenseExpires: '2028-02-29',
      bio: 'Sees families.\nSpeaks Hindi.',
      locationIds: [locationId],
      userId,
    };
    const id = await add(fields);
    const read = await test.must('provider.read', { id });
    expect(read.fields).toEqual(fields);
    expect(read.labels).toMatchObject({ userId: 'Last-rpatel, First', locationIds: ['Main Street office'] });
  });

  it.each(['1234567890', '123456789', 'abc', '0000000000'])('S2.32 refuses the NPI %s in words', async (npi) => {
    const refusal = await test.mustRefuse('provider.create', { fields: { ...FIELDS, npi } });
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.fields?.[0]).toEqual({
      path: 'fields.npi',
      message: 'is not a National Provider Identifier; compare its ten digits',
    });
  });

  it('S2.32 refuses an impossible last day of a license', async () => {
    const fields = { ...FIELDS, licenseExpires: '2027-02-29' };
    expect((await test.mustRefuse('provider.create', { fields })).code).toBe('INVALID_INPUT');
  });

  it('S2.32 shares neither its NPI nor its login with another provider', async () => {
    const userId = await userNamed('rpatel');
    const id = await add({ npi: '1234567893', userId });
    const other = await add();
    for (const taken of [{ npi: '1234567893' }, { userId }]) {
      const fields = { ...FIELDS, ...taken };
      expect((await test.mustRefuse('provider.create', { fields })).code).toBe('CONSTRAINT_VIOLATED');
      expect((await test.mustRefuse('provider.update', { id: other, version: 1, fields })).message).toMatch(/already/);
    }
    await test.must('provider.update', {
      id,
      version: 1,
      fields: { ...FIELDS, npi: '1234567893', userId, bio: 'New.' },
    });
  });

  it('S2.32 is linked only to a person who can sign in', async () => {
    const userId = await userNamed('rpatel');
    const { version } = await test.must('user.read', { userId });
    await test.must('user.disable', { userId, version, reason: 'Left the practice.' });
    const refusal = await test.mustRefuse('provider.create', { fields: { ...FIELDS, userId } });
    expect(refusal.message).toContain('User');
  });
});

describe('the photo of a provider (S2.32)', () => {
  it('S2.32 is set, shown with who set it, replaced and removed, and the log says so without the picture', async () => {
    const id = await add();
    expect(await test.must('provider.readPhoto', { id })).toEqual({ photo: null });
    await test.must('provider.setPhoto', { id, jpegBase64: GRAY_PHOTO_BASE64 });
    expect(await newest()).toMatchObject({ event: 'provider_photo_set', objectId: id });
    expect(JSON.stringify(await newest())).not.toContain(GRAY_PHOTO_BASE64.slice(0, 20));
    await test.must('provider.setPhoto', { id, jpegBase64: GRAY_PHOTO_BASE64 });
    expect((await test.must('provider.readPhoto', { id })).photo).toMatchObject({
      jpegBase64: GRAY_PHOTO_BASE64,
      changedBy: 'Whitfield, Dana',
    });
    await test.must('provider.removePhoto', { id });
    expect(await test.must('provider.readPhoto', { id })).toEqual({ photo: null });
    expect((await test.mustRefuse('provider.removePhoto', { id })).code).toBe('CONFLICT');
  });

  it('S2.32 that is no photo is refused in a sentence, and the old one stays', async () => {
    const id = await add();
    await test.must('provider.setPhoto', { id, jpegBase64: GRAY_PHOTO_BASE64 });
    const texts = ['<svg onload="alert(1)">', 'GIF89a', 'MZ'.padEnd(300, 'x')];
    for (const text of texts) {
      const jpegBase64 = Buffer.from(text.padEnd(text.length + ((3 - (text.length % 3)) % 3))).toString('base64');
      const refusal = await test.mustRefuse('provider.setPhoto', { id, jpegBase64 });
      expect(refusal.message).toBe('This is no photo that can be stored. Choose a JPEG, PNG or WebP picture.');
    }
    for (const jpegBase64 of ['', 'no base64!', 'A'.repeat(100_000)])
      expect((await test.mustRefuse('provider.setPhoto', { id, jpegBase64 })).code).toBe('INVALID_INPUT');
    expect((await test.must('provider.readPhoto', { id })).photo?.jpegBase64).toBe(GRAY_PHOTO_BASE64);
  });

  it('S2.32 goes with its provider, and the log stays whole', async () => {
    const id = await add();
    await test.must('provider.setPhoto', { id, jpegBase64: GRAY_PHOTO_BASE64 });
    await test.must('provider.setCommission', { id, basisPoints: 250 });
    await test.must('provider.delete', { id, version: 1, reason: 'Entered twice.' });
    expect((await test.mustRefuse('provider.readPhoto', { id })).code).toBe('NOT_FOUND');
    test.restart();
    const state = await test.must('session.create', {
      loginId: 'dwhitfield',
      password: 'quiet harbour lantern 47 walnut',
    });
    expect(JSON.stringify(state)).not.toContain('do not agree');
    expect(test.faults).toEqual([]);
  });
});

describe('licenses that run out (S2.32)', () => {
  const remind = () => test.must('provider.findExpiringLicenses', {});

  it('S2.32 are named from sixty days before their last day, the earliest first, expired ones included', async () => {
    await add({ lastName: 'Later', licenseExpires: '2027-01-22' });
    await add({ lastName: 'Border', licenseExpires: '2027-01-21' });
    await add({ lastName: 'Gone', licenseExpires: '2026-11-21' });
    await add({ lastName: 'Today', licenseExpires: '2026-11-22' });
    await add({ lastName: 'Left', licenseExpires: '2026-11-21', isActive: false });
    await add({ lastName: 'Unknown' });
    const { licenses } = await remind();
    expect(licenses.map(({ title, daysLeft }) => [title, daysLeft])).toEqual([
      ['Gone, Ria', -1],
      ['Today, Ria', 0],
      ['Border, Ria', 60],
    ]);
    test.advance(DAY_MS);
    await test.must('session.create', { loginId: 'dwhitfield', password: 'quiet harbour lantern 47 walnut' });
    expect((await remind()).licenses.map(({ title }) => title)).toContain('Later, Ria');
  });

  it('S2.32 are forgotten as soon as the new day is entered', async () => {
    const id = await add({ licenseExpires: '2026-11-30' });
    expect((await remind()).licenses).toHaveLength(1);
    await test.must('provider.update', { id, version: 1, fields: { ...FIELDS, licenseExpires: '2028-11-30' } });
    expect((await remind()).licenses).toEqual([]);
  });
});
