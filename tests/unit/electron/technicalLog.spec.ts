// The technical log says where, never whose.
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFault, openTechnicalLog } from '../../../electron/technicalLog.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'keyward-log-'));

describe('the technical log', () => {
  it('keeps kind, code and place of a fault and leaves out its message', () => {
    const place = folder();
    const error = Object.assign(new RangeError('Mary Miller, born 1970\nsecond line of data'), { code: 'E_ODD' });
    openTechnicalLog(place).fault('router', error);
    const line = readFileSync(join(place, 'keyward.log'), 'utf8');
    expect(JSON.parse(line)).toMatchObject({ where: 'router', kind: 'RangeError', code: 'E_ODD' });
    expect(line).not.toMatch(/Mary|second line/);
  });

  it('names program lines without the folders of this computer', () => {
    const { at } = describeFault(new Error('x'));
    expect(at.length).toBeGreaterThan(0);
    expect(at.join(' ')).not.toContain(process.cwd());
  });

  it('stays silent where it cannot be written', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => openTechnicalLog(join(file, 'logs')).fault('main', new Error('x'))).not.toThrow();
  });

  it.skipIf(process.platform !== 'linux')(
    'stays silent when the disk is full, so that what failed there goes on',
    () => {
      const place = folder();
      symlinkSync('/dev/full', join(place, 'keyward.log'));
      const log = openTechnicalLog(place);
      expect(() => log.fault('lock', new Error('x'))).not.toThrow();
      expect(() => log.fault('lock', new Error('y'))).not.toThrow();
    },
  );
});
