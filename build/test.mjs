// `npm test` and `npm run check`: every step in order, one line each; the last line counts what passed and failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { node24, ROOT, setUp, toolEnv } from './setUp.mjs';

const MINUTE_MS = 60_000;
const RESULTS = join(ROOT, 'test-results');
const isQuick = process.argv.includes('--quick');
const counted = { passed: 0, failed: 0 };

// Whatever ends this process, the last line is the count; ending before anything ran is a failure.
process.on('exit', (code) => {
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (counted.passed === 0 && counted.failed === 0) counted.failed = 1;
  if (counted.failed > 0) process.exitCode = 1;
  process.stdout.write(`${counted.passed} passed, ${counted.failed} failed\n`);
});

// What runs now; a signal to this process ends it first.
let endCurrent = () => {};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    endCurrent();
    process.exit(1);
  });

/** Runs one program without input; ends it and what it started when it takes longer than `limitMs`. */
function run(args, limitMs) {
  return new Promise((resolve) => {
    const env = toolEnv({ CI: '1', NO_COLOR: '1' });
    const isGroup = process.platform !== 'win32';
    const child = spawn(node24(), args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: isGroup });
    let output = '';
    const take = (chunk) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const end = () => {
      try {
        if (isGroup) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It ended by itself in the meantime.
      }
    };
    const limit = setTimeout(() => {
      output += `\nended after ${limitMs / MINUTE_MS} minutes without a result\n`;
      end();
    }, limitMs);
    endCurrent = end;
    child.on('error', (error) => resolve({ isDone: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => {
      clearTimeout(limit);
      endCurrent = () => {};
      resolve({ isDone: code === 0, output });
    });
  });
}

/** The program a package puts in node_modules/.bin, started by Node itself so that it also works on Windows. */
function tool(name, packageName = name) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

async function step(name, work) {
  const startedMs = performance.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { passed: 0, failed: 1, output: `${error instanceof Error ? error.message : 'unknown fault'}\n` };
  }
  counted.passed += result.passed;
  counted.failed += result.failed;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const tests = result.passed + result.failed > 1 ? ` (${result.passed} passed, ${result.failed} failed)` : '';
  process.stdout.write(`${result.failed === 0 ? 'pass' : 'FAIL'}  ${name}${tests}  ${seconds} s\n`);
  for (const title of result.secondTry ?? []) process.stdout.write(`      passed only at the second try: ${title}\n`);
  if (result.failed > 0) process.stdout.write(`${result.output.trimEnd()}\n`);
}

const asOne = ({ isDone, output }) => ({ passed: isDone ? 1 : 0, failed: isDone ? 0 : 1, output });

/** Reads how many tests ran from a report. A run that failed without a failing test, or ran nothing, is one failure. */
function asTests({ isDone, output }, report, read) {
  const { passed, failed, secondTry } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 };
  const isOdd = failed === 0 && (!isDone || passed === 0);
  const more = passed === 0 && failed === 0 ? '\nno test ran\n' : '';
  return { passed, failed: isOdd ? 1 : failed, secondTry, output: output + more };
}

/** Writes the reference again and compares; what was there is put back, so a stale page stays visible as such. */
async function referenceIsFresh() {
  const script = join(ROOT, 'build', 'reference.ts');
  const folder = join(ROOT, 'docs', 'reference');
  const read = () =>
    new Map(
      existsSync(folder) ? readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]) : [],
    );
  const before = read();
  const result = await run([script], 2 * MINUTE_MS);
  if (!result.isDone) return asOne(result);
  const stale = [...read()].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
  for (const file of stale) {
    if (before.has(file)) writeFileSync(join(folder, file), before.get(file));
    else rmSync(join(folder, file));
  }
  const output = `docs/reference is not fresh: ${stale.join(', ')}. Run \`npm run reference\` and commit the result.`;
  return asOne({ isDone: stale.length === 0, output });
}

/** What the quick part leaves to `npm test`: everything that drives a whole practice, and the long random runs. */
const NOT_QUICK = [
  'tests/shell/**',
  'tests/specs/flows/**',
  'tests/specs/audit/**',
  'tests/specs/access/oracle/**',
  'tests/specs/access/{matrix,cases,proof,sharpEdges,scope}.spec.ts',
  'tests/specs/{import,importAgain,importEveryType,importFuzz,importFuzzEveryType,importRules,importSynthea,fhir,fhirCharges,harness}.spec.ts',
  'tests/specs/keys*.spec.ts',
];

async function unitTests() {
  const report = join(RESULTS, 'vitest.json');
  const args = [
    'run',
    '--config',
    'build/config/vitest.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(isQuick ? NOT_QUICK.flatMap((glob) => ['--exclude', glob]) : []),
  ];
  const result = await run([tool('vitest'), ...args], 40 * MINUTE_MS);
  return asTests(result, report, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }));
}

async function endToEndTests() {
  const report = join(RESULTS, 'playwright.json');
  const result = await run(
    [tool('playwright', '@playwright/test'), 'test', '--config', 'build/config/playwright.ts'],
    60 * MINUTE_MS,
  );
  return asTests(result, report, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    secondTry: suites.flatMap(flakySpecs),
  }));
}

/** A race nobody has found yet: it fails nothing, and it is not hidden. */
function flakySpecs({ specs = [], suites = [] }) {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...here.map(({ file, line, title }) => `${file}:${line} ${title}`), ...suites.flatMap(flakySpecs)];
}

setUp();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
// The shell's own tests and the end-to-end tests run on it.
if (process.platform === 'linux')
  await step('Chromium is here', async () => {
    const { isThere, advice } = ensureChromium();
    return asOne({ isDone: isThere, output: advice });
  });
await step('types', async () => asOne(await run([tool('tsc', '@typescript/native'), '-b'], 5 * MINUTE_MS)));
await step('format', async () => asOne(await run([tool('biome', '@biomejs/biome'), 'check', '.'], 2 * MINUTE_MS)));
await step('lint', async () => asOne(await run([tool('oxlint'), '--type-aware'], 5 * MINUTE_MS)));
await step(isQuick ? 'quick tests' : 'unit tests, requirements, database, architecture and shell', unitTests);
await step('reference pages are fresh', referenceIsFresh);
if (!isQuick) {
  await step('bundle', async () => asOne(await run(['build/bundle.ts'], 5 * MINUTE_MS)));
  await step('end-to-end tests', endToEndTests);
}
