// `npm run mutate [-- --only NAME,NAME:LINE-LINE] [-- --list]`: small changes of shared/authorization, each of which a test must notice.
// Exit code 1 where under 95 % are noticed, or where the tests fail without any change.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutate/mutants.ts';
import { openWorkshop, type Workshop } from './mutate/workshop.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = 'shared/authorization';
/** The tests that answer for the folder: the quick ones, which notice most, and then the long ones. */
const TESTS = [
  ['tests/unit/shared/authorization'],
  [
    'tests/specs/access/decide.spec.ts',
    'tests/specs/access/effectivePermissions.spec.ts',
    'tests/specs/access/theorems.spec.ts',
    'tests/specs/access/limitTheorems.spec.ts',
    'tests/specs/access/gainTheorems.spec.ts',
    'tests/specs/access/explain.spec.ts',
    'tests/specs/access/oracle',
  ],
];
const LEAST_KILLED = 0.95;

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, list: { type: 'boolean' }, jobs: { type: 'string', default: '2' } },
});

/** Beginnings of file names, each perhaps with the lines that are meant. */
const wanted = values.only.split(',').map((only) => {
  const [name = '', lines = ''] = only.split(':');
  const [first, last = first] = lines === '' ? [1, Number.POSITIVE_INFINITY] : lines.split('-').map(Number);
  return { path: `${FOLDER}/${name}`, first: first ?? 1, last: last ?? Number.POSITIVE_INFINITY };
});

const mutants = readdirSync(join(ROOT, FOLDER))
  .filter((name) => name.endsWith('.ts'))
  .toSorted()
  .flatMap((name) => mutantsOf(`${FOLDER}/${name}`, readFileSync(join(ROOT, FOLDER, name), 'utf8')))
  .filter(({ file, line }) =>
    wanted.some(({ path, first, last }) => file.startsWith(path) && first <= line && line <= last),
  );

if (values.list) for (const mutant of mutants) process.stdout.write(`${inWords(mutant)}\n`);
else process.exitCode = await tryAll();

/** Tries every mutant, several at a time; answers with the exit code. */
async function tryAll(): Promise<number> {
  const waiting = [...mutants];
  const survivors: Mutant[] = [];
  const work = async (workshop: Workshop) => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const verdict = await workshop.try(mutant);
      if (verdict === 'survived') survivors.push(mutant);
      process.stdout.write(`${verdict.padEnd(8)} ${inWords(mutant)}\n`);
    }
  };
  const workshops = Array.from({ length: Number(values.jobs) }, () => openWorkshop(ROOT, TESTS));
  // Also where somebody stops the run by hand.
  process.on('exit', () => {
    for (const workshop of workshops) workshop.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  if ((await workshops[0]?.try(null)) === 'killed') {
    process.stdout.write('The tests fail without any change; mend them first.\n');
    return 1;
  }
  await Promise.all(workshops.map(work));
  const killedCount = mutants.length - survivors.length;
  const share = mutants.length === 0 ? 0 : killedCount / mutants.length;
  if (survivors.length > 0) process.stdout.write(`\nSurvived:\n${survivors.map(inWords).join('\n')}\n`);
  process.stdout.write(`\n${killedCount} of ${mutants.length} killed, ${(share * 100).toFixed(1)} %\n`);
  return share < LEAST_KILLED ? 1 : 0;
}

function inWords({ file, line, change }: Mutant): string {
  return `${file}:${line} ${change}`;
}
