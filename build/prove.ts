// `npm run prove`: the proof of enforcement on a fresh practice, as a table; exit code 1 on any difference (N2).
import { PERMISSIONS } from '../shared/catalogue/permissions.ts';
import type { Output } from '../shared/catalogue/procedures.ts';
import { provePractice } from './prove/provePractice.ts';

type Row = Output<'proof.run'>['rows'][number];

const practice = await provePractice();
try {
  const startedAt = performance.now();
  const result = await practice.must('proof.run', { userId: null });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const rows = [...result.rows.map(lineOf), totalOf(result)];
  process.stdout.write(`${asTable(rows)}\n\n`);
  const { userCount, procedureCount, totals, digest } = result;
  process.stdout.write(
    `${userCount} people, ${procedureCount} acts, ${totals.callCount} calls in ${seconds} s, ` +
      `${practice.filledTypes.length} types of records with rows\nSHA-256 ${digest}\n`,
  );
  for (const { name, procedure, aim, shouldBeLetIn, reason } of result.differences)
    process.stdout.write(
      `DIFFERENCE ${name}: ${procedure}, ${aim}: ${shouldBeLetIn ? `refused (${reason ?? 'no reason'})` : 'let in'}\n`,
    );
  process.stdout.write(
    totals.differenceCount === 0
      ? 'No difference between tick boxes and answers.\n'
      : `${totals.differenceCount} differences.\n`,
  );
  process.exitCode = totals.differenceCount === 0 ? 0 : 1;
} finally {
  practice.close();
}

function lineOf(row: Row): string[] {
  const name = row.permission === null ? '(everybody signed in)' : PERMISSIONS[row.permission].label;
  return [name, row.permission ?? '', String(row.tickedCount), ...numbersOf(row)];
}

function totalOf({ totals }: Output<'proof.run'>): string[] {
  return ['Total', '', '', ...numbersOf(totals)];
}

function numbersOf(row: Output<'proof.run'>['totals']): string[] {
  const { callCount, expectedCount, letInCount, furtherRuleCount, differenceCount } = row;
  return [
    callCount,
    expectedCount,
    letInCount,
    furtherRuleCount,
    callCount - letInCount - furtherRuleCount,
    differenceCount,
  ].map(String);
}

function asTable(rows: readonly (readonly string[])[]): string {
  const head = [
    'Tick box',
    'Right',
    'Ticked',
    'Calls',
    'Expected in',
    'Let in',
    'Further rule',
    'Refused',
    'Differences',
  ];
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return all.map(line).join('\n');
}
