// The receipt of a patient record in words: the same on screen and on paper (S1.23).

interface Line {
  readonly firstTime: string;
  readonly lastTime: string;
  readonly roles: readonly string[];
}
interface Totals {
  readonly actCount: number;
  readonly personCount: number;
  readonly refusedCount: number;
  readonly listCount: number;
  readonly isCut: boolean;
}

/** `1 act`, `1,204 acts`. */
export function countWords(count: number, noun: string): string {
  return `${showCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `09:12`, or `09:12 to 11:40` where there were several. */
export function accessWhen({ firstTime, lastTime }: Line): string {
  return firstTime === lastTime ? firstTime : `${firstTime} to ${lastTime}`;
}

export function accessWho({ roles }: Line): string {
  return roles.length === 0 ? 'no role' : roles.join(', ');
}

/** One sentence of what was found. */
export function receiptTotals({ actCount, personCount }: Totals): string {
  if (actCount === 0) return 'Nobody opened this record in this program.';
  const people = personCount === 1 ? '1 person' : `${showCount(personCount)} people`;
  return `${people} opened, changed or printed this record in this program: ${countWords(actCount, 'act')}.`;
}

/** What the receipt cannot say or leaves out, so that nobody takes it for more than it is: it knows this program alone.
 *  Source: 45 CFR 164.528(a)(1): an accounting covers disclosures by every way, which no program knows. */
export function leftOutWords({ refusedCount, listCount, isCut }: Totals): string[] {
  return [
    ...(refusedCount === 0
      ? []
      : [`${refusedCount === 1 ? '1 try was' : `${showCount(refusedCount)} tries were`} refused and opened nothing.`]),
    ...(listCount === 0
      ? []
      : [
          `${countWords(listCount, 'list')} of many patients ${listCount === 1 ? 'was' : 'were'} saved or printed in this time; whether this record was in ${listCount === 1 ? 'it' : 'them'} is not known here.`,
        ]),
    ...(isCut ? ['There are more acts than fit: choose fewer days to see the oldest.'] : []),
    'Looking through a list of names is not counted. What was told by phone, on paper or by another program is not known here: ask the practice.',
  ];
}

function showCount(count: number): string {
  return count.toLocaleString('en-US');
}
