// The receipt "who opened this record" as a page for the printer (S1.23).
import { ACCESS_KINDS } from '../../shared/catalogue/accessKinds.ts';
import { accessWhen, accessWho, countWords, leftOutWords, receiptTotals } from '../../shared/catalogue/accessWords.ts';
import { listSheetHtml } from '../listSheet.ts';
import type { PatientAccesses } from './patientAccesses.ts';

export interface PrintedAccesses {
  readonly practiceName: string;
  /** `Archer, Ada, record 12`: whose record it is. */
  readonly patient: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly accesses: PatientAccesses;
  readonly printedBy: string;
  readonly printedAt: string;
}

/** Whose record, which days, what is counted, and what the page cannot know. */
export function accessesSheetHtml(sheet: PrintedAccesses): string {
  const { practiceName, patient, fromDay, toDay, accesses, printedBy, printedAt } = sheet;
  const { lines, counts, actCount } = accesses;
  const kinds = counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${ACCESS_KINDS[kind]}: ${count}`);
  return listSheetHtml({
    title: 'Who opened this record',
    practiceName,
    facts: [
      ['Patient', patient],
      ['Days', `${fromDay} to ${toDay}`],
      ['In all', receiptTotals(accesses)],
      ...(kinds.length === 0 ? [] : [['By kind', kinds.join('. ')] as const]),
      ['Not listed', leftOutWords(accesses).join(' ')],
    ],
    heads: ['Day', 'Time', 'Who', 'Role then', 'What', 'How often'],
    rows: lines.map((line) => [line.day, accessWhen(line), line.name, accessWho(line), line.says, String(line.count)]),
    counted: `${countWords(lines.length, 'line')} for ${countWords(actCount, 'act')}, newest first`,
    printedBy,
    printedAt,
  });
}
