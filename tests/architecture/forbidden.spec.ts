// What no file may do or be called; exceptions are written out and may only become fewer.
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, type Folder, sourceFiles, textOf } from './sourceFiles.ts';

const PRODUCT: readonly Folder[] = ['shared', 'db', 'electron', 'renderer'];
const MOST_LINES = 250;
/** A test file may hold a few more cases of its one subject. */
const MOST_TEST_LINES = 300;
/** Spells the words it looks for. */
const THIS_FILE = 'tests/architecture/forbidden.spec.ts';
const CARRIERS_OF_NOTHING = /(^|[a-z])(utils?|helpers?|manager|common|misc)(\.|$)/i;

/** The files of `folders` whose code matches, comments aside. */
function holding(pattern: RegExp, folders: readonly Folder[] = PRODUCT): string[] {
  return sourceFiles(...folders).filter((path) => pattern.test(codeOf(path)));
}

describe('one door (S1.03, S2.91)', () => {
  it('S1.03 ipcMain is used by electron/ipc/bind.ts alone', () => {
    expect(holding(/\bipcMain\b/)).toEqual(['electron/ipc/bind.ts']);
  });

  it('S1.03 the preload exposes one thing under one name', () => {
    expect(codeOf('electron/preload.ts').match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(holding(/\bcontextBridge\b|\bipcRenderer\b/)).toEqual(['electron/preload.ts']);
  });

  it('electron is imported by thin files alone', () => {
    const thin = /^electron\/(main|window|preload)\.ts$|^electron\/ipc\/bind\.ts$|^electron\/adapters\//;
    const found = holding(/(from|import\(|require\()\s*['"]electron(\/[a-z]+)?['"]/);
    expect(found.filter((path) => !thin.test(path))).toEqual([]);
    expect(found.length).toBeGreaterThan(4);
  });

  it('S2.91 a permitted call is minted in electron/ipc/authorize.ts alone', () => {
    expect(holding(/as AuthorizedCall</)).toEqual(['electron/ipc/authorize.ts']);
  });

  it('decide() is asked by the policy enforcement point, by the explanation and by the replay alone', () => {
    // explain.ts permits nothing: it says what the judge answers, on the facts and on facts with one row changed (N1).
    // replay.ts permits nothing either: it judges again what is long done, by the rules of before and after (P1).
    expect(holding(/\bdecide\(/).sort()).toEqual([
      'electron/ipc/authorize.ts',
      'shared/authorization/decide.ts',
      'shared/authorization/explain.ts',
      'shared/authorization/replay.ts',
    ]);
  });
});

describe('the encrypted file (S3.08)', () => {
  it('S3.08 nothing asks the driver for the plain bytes of the file', () => {
    expect(holding(/\.serialize\(/, [...PRODUCT, 'build'])).toEqual([]);
  });

  it('S3.08 the driver is opened by db/open.ts, and by the lock file that holds no data', () => {
    expect(holding(/['"]better-sqlite3['"]/)).toEqual(['db/open.ts', 'electron/keys/vaultLock.ts']);
  });

  it('S3.08 no key goes into a PRAGMA, whose text would stay in memory', () => {
    expect(holding(/pragma\s*[(`'"]+\s*(re)?(hex)?key\s*=/i)).toEqual([]);
  });
});

describe('time and chance', () => {
  it('shared and db are told the time and draw no lots', () => {
    expect(holding(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/, ['shared', 'db'])).toEqual([]);
  });

  it('no secret is drawn with Math.random anywhere in the product', () => {
    expect(holding(/\bMath\.random\(/)).toEqual([]);
  });

  it('the clock is read in the clock adapter alone', () => {
    expect(holding(/\bDate\.now\(/, ['electron'])).toEqual(['electron/adapters/systemClock.ts']);
  });
});

describe('no network (offline)', () => {
  it('no file of the product opens a connection', () => {
    const network = /['"]node:(http|https|http2|net|tls|dgram|dns)['"]|\bfetch\(|new WebSocket\(|XMLHttpRequest/;
    expect(holding(network)).toEqual([]);
  });
});

describe('how files are written', () => {
  const everything: readonly Folder[] = [...PRODUCT, 'build', 'tests'];

  it('no file grows past 250 lines (a test file 300)', () => {
    for (const path of sourceFiles(...everything)) {
      const most = path.startsWith('tests/') ? MOST_TEST_LINES : MOST_LINES;
      expect(textOf(path).split('\n').length - 1, path).toBeLessThanOrEqual(most);
    }
  });

  it('no file is named after nothing in particular', () => {
    expect(sourceFiles(...everything).filter((path) => CARRIERS_OF_NOTHING.test(basename(path)))).toEqual([]);
  });

  it('every file of the product begins by saying what it is', () => {
    const silent = sourceFiles(...PRODUCT).filter((path) => !/^\/\/ \S/.test(textOf(path)));
    expect(silent).toEqual([]);
  });

  it('nobody switches the type checker off', () => {
    const switchedOff = /@ts-(ignore|expect-error|nocheck)|:\s*any\b|\bas any\b|<any>/;
    const files = sourceFiles(...everything).filter((path) => /\.tsx?$/.test(path) && path !== THIS_FILE);
    expect(files.filter((path) => switchedOff.test(codeAndSwitches(path)))).toEqual([]);
  });

  it('a lint rule is set aside only with a reason', () => {
    const bare = /(biome-ignore(-all)?\s+[\w/]+\s*(:\s*)?$)|(oxlint-disable|eslint-disable)[\w-]*\s*[\w/@-]*\s*$/m;
    expect(sourceFiles(...everything).filter((path) => bare.test(textOf(path)))).toEqual([]);
  });

  it('nothing is left to be done later', () => {
    const files = sourceFiles(...everything).filter((path) => path !== THIS_FILE);
    expect(files.filter((path) => /\b(TODO|FIXME|XXX)\b/.test(textOf(path)))).toEqual([]);
  });
});

/** The code without quoted texts, and the comments that switch a checker off. */
function codeAndSwitches(path: string): string {
  const code = codeOf(path).replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, '');
  return code + (textOf(path).match(/@ts-\w+(-\w+)?/g) ?? []).join(' ');
}
