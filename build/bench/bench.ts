// `npm run bench [-- --only NAME] [-- --json FILE] [-- --most ROWS]`: every comparison of one run as a table and as JSON.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchCalls } from './callBench.ts';
import { benchDecide } from './decideBench.ts';
import { benchEqualTime } from './equalTimeBench.ts';
import { benchExport } from './exportBench.ts';
import { benchGrowth } from './growthBench.ts';
import type { Comparison } from './measure.ts';
import { benchPatients } from './patientsBench.ts';
import { benchWhatIf } from './whatIfBench.ts';
import { benchWindow } from './windowBench.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string', default: 'bench.json' },
    most: { type: 'string', default: '1000000' },
  },
});

const GROUPS: readonly (readonly [names: readonly string[], run: () => Promise<Comparison[]>])[] = [
  [['decide.fast', 'decide.grants', 'decide.byHand', 'decide.limit', 'decide.compile'], benchDecide],
  [['whatif'], async () => [await benchWhatIf()]],
  [['call.write', 'call.read', 'signin'], benchCalls],
  [['signin.equalTime'], async () => [await benchEqualTime()]],
  [
    [
      'growth.write',
      'growth.read',
      'growth.search',
      'growth.appointments',
      'growth.day',
      'growth.filter',
      'growth.users',
    ],
    () => benchGrowth(Number(values.most)),
  ],
  [['audit.csv.memory'], async () => [await benchExport()]],
  [['start', 'ui.users', 'ui.signin'], benchWindow],
  [['ui.patients', 'ui.patients.open', 'ui.patients.search'], benchPatients],
];

const { only } = values;
const isWanted = (name: string) => only === undefined || name.startsWith(only);
const rows: Comparison[] = [];
for (const [names, run] of GROUPS) {
  if (!names.some(isWanted)) continue;
  process.stdout.write(`measuring ${names.join(', ')}\n`);
  rows.push(...(await run()).filter((row) => isWanted(row.name)));
}

console.table(rows.map((row) => ({ ...row, ratio: Number(row.ratio.toFixed(2)), isMet: row.isMet ? 'yes' : 'NO' })));
writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.stdout.write(`written to ${values.json}; a target that is not met fails nothing here\n`);
