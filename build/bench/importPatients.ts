// Patients of a seeded generator, brought in by the import itself.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../seeded.ts';
import type { BenchPractice } from './benchPractice.ts';

/** Adds `count` patients named `Last<number>`, in no order. */
export async function importPatients({ must, dialogAnswers, folder }: BenchPractice, count: number): Promise<void> {
  const random = seeded(7);
  const lines = ['Id,FIRST,LAST,BIRTHDATE,GENDER,CITY'];
  for (let index = 0; index < count; index++)
    lines.push(`p-${index},First${index},Last${Math.floor(random() * 1e6)},1980-01-0${1 + (index % 9)},F,Boston`);
  const path = join(folder, 'patients.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  dialogAnswers.push(path);
  const chosen = await must('import.choose', { kind: 'patient' });
  if (!chosen.isChosen) throw new Error('no file was chosen');
  const { jobId } = await must('import.check', {
    importId: chosen.importId,
    mapping: chosen.suggestedMapping,
    knownRows: 'leaveOut',
  });
  for (;;) {
    const job = await must('job.read', { jobId });
    if (job.state === 'done') break;
    if (job.state !== 'running') throw new Error(`the import check ended as ${job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await must('import.apply', { importId: chosen.importId });
}
