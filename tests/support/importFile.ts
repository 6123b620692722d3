// Drives an import of CSV text through the real core, as the import screen does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallInput, Output } from '../../shared/catalogue/procedures.ts';
import type { TestCore } from './startTestCore.ts';

type Kind = CallInput<'import.choose'>['kind'];
type Mapping = CallInput<'import.check'>['mapping'];
type KnownRows = CallInput<'import.check'>['knownRows'];
export type JobView = Output<'job.read'>;

/** Writes `content` to a file of the test's folder and answers the next file chooser with it. */
export function offerFile(test: TestCore, content: string | Uint8Array, name = 'people.csv'): string {
  const path = join(test.folder, name);
  writeFileSync(path, content);
  test.dialogAnswers.push(path);
  return path;
}

/** Reads a job until it has ended. */
export async function endOfJob(test: TestCore, jobId: string, window = 'A'): Promise<JobView> {
  for (;;) {
    const view = await test.must('job.read', { jobId }, window);
    if (view.state !== 'running') return view;
    await nextTurn();
  }
}

/** Chooses the offered file and checks it with the suggested columns, changed by `mapping`. */
export async function checkOffered(
  test: TestCore,
  kind: Kind,
  mapping: Mapping = {},
  knownRows: KnownRows = 'leaveOut',
  window = 'A',
) {
  const chosen = await test.must('import.choose', { kind }, window);
  if (!chosen.isChosen) throw new Error('no file was offered');
  const { importId } = chosen;
  const wish = { importId, mapping: { ...chosen.suggestedMapping, ...mapping }, knownRows };
  const { jobId } = await test.must('import.check', wish, window);
  return { chosen, importId, job: await endOfJob(test, jobId, window) };
}

/** Imports the offered file, which must be good, and tells how many were added. */
export async function importOffered(test: TestCore, kind: Kind, mapping: Mapping = {}): Promise<number> {
  const { importId, job } = await checkOffered(test, kind, mapping);
  if (job.errorCount > 0) throw new Error(`the file has errors: ${JSON.stringify(job.errors.slice(0, 3))}`);
  return (await test.must('import.apply', { importId })).added;
}
