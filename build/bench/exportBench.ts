// audit.csv.memory: what the export of a long activity log takes besides the one of a short log.
import { mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NO_AUDIT_FILTER } from '../../shared/catalogue/procedures/audit.ts';
import { type BenchPractice, benchPractice } from './benchPractice.ts';
import { fill } from './fillPractice.ts';
import type { Comparison } from './measure.ts';

const FEW = 10_000;
const MANY = 100_000;
const GROWTH_TARGET_MIB = 40;
const LOOK_EVERY_MS = 20;
const MIB = 1_048_576;

interface Export {
  /** The highest resident memory of the process during the export, above what it held before. */
  readonly risenMiB: number;
  readonly tookMs: number;
  readonly fileMiB: number;
}

/** Row audit.csv.memory: 10,000 entries are exported, then 100,000, in one process. */
export async function benchExport(): Promise<Comparison> {
  const practice = await benchPractice();
  try {
    await grow(practice, 0, FEW);
    // The first one also loads what every export needs.
    await exportAll(practice, 'first.csv');
    const few = await exportAll(practice, 'few.csv');
    await grow(practice, FEW, MANY);
    const many = await exportAll(practice, 'many.csv');
    const longer = `${many.risenMiB.toFixed(0)} MiB at 10^5 (${(many.tookMs / 1_000).toFixed(1)} s, ${many.fileMiB.toFixed(0)} MiB written)`;
    return {
      name: 'audit.csv.memory',
      ours: longer,
      reference: `${few.risenMiB.toFixed(0)} MiB at 10^4`,
      ratio: many.risenMiB / few.risenMiB,
      target: `< ${GROWTH_TARGET_MIB} MiB more`,
      isMet: many.risenMiB - few.risenMiB < GROWTH_TARGET_MIB,
    };
  } finally {
    practice.close();
  }
}

async function grow(practice: BenchPractice, from: number, to: number): Promise<void> {
  practice.stop();
  await fill(practice, to - from, (_tx, filling) => {
    for (let index = from; index < to; index++) filling.append(index);
  });
  await practice.reopen();
}

async function exportAll({ folder, dialogAnswers, must }: BenchPractice, fileName: string): Promise<Export> {
  const directory = join(folder, basename(fileName, '.csv'));
  mkdirSync(directory);
  const path = join(directory, fileName);
  dialogAnswers.push(path);
  collectGarbage();
  const beforeBytes = process.memoryUsage.rss();
  const startedMs = performance.now();
  const started = await must('audit.startExport', {
    filter: NO_AUDIT_FILTER,
    columns: ['number', 'when', 'who', 'did', 'about', 'patient', 'outcome', 'reason', 'changes', 'workstation'],
    purpose: 'Benchmark',
  });
  if (!started.isChosen) throw new Error('no file was chosen');
  let peakBytes = beforeBytes;
  for (;;) {
    const { state } = await must('job.read', { jobId: started.jobId });
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    if (state === 'done') break;
    if (state !== 'running') throw new Error(`the export ended as ${state}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const tookMs = performance.now() - startedMs;
  return { risenMiB: (peakBytes - beforeBytes) / MIB, tookMs, fileMiB: statSync(path).size / MIB };
}

/** What the filling left behind must not count, nor hide what an export takes. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
