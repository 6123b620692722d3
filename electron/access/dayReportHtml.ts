// One patient record and one day on one page: who could have opened it, by what right, and what the log tells (N7).

export interface OpenedLine {
  readonly when: string;
  readonly name: string;
  /** Completes the name. */
  readonly says: string;
  readonly outcome: string;
  readonly workstation: string;
  /** Done by somebody who is not among those who could open the record that day. */
  readonly isUnexpected: boolean;
}

export interface DayReport {
  readonly practiceName: string;
  readonly patientLabel: string;
  readonly day: string;
  /** The span that was looked at, in local time. */
  readonly fromTime: string;
  readonly toTime: string;
  readonly able: readonly {
    readonly name: string;
    readonly loginId: string;
    readonly givenBy: string;
    readonly when: string;
    readonly isOwnOnly: boolean;
  }[];
  /** States of the day that were not looked at. */
  readonly leftOutCount: number;
  /** Null: whoever prints may not read the log. */
  readonly did: readonly OpenedLine[] | null;
  readonly didCount: number;
  readonly printedBy: string;
  readonly printedAt: string;
}

// Two tables side by side on a landscape page, so that an office of ordinary size fits on one sheet.
const STYLE = `@page{size:A4 landscape;margin:1cm}body{font:9.5px/1.3 sans-serif;margin:0}h1{font-size:15px;margin:0 0 2px}h2{font-size:11px;margin:6px 0 2px}p{margin:2px 0}
.halves{display:grid;grid-template-columns:1fr 1.2fr;gap:0 20px;align-items:start}table{width:100%;border-collapse:collapse}
th,td{text-align:left;padding:1.5px 6px 1.5px 0;border-bottom:1px solid #bbb;vertical-align:top;overflow-wrap:anywhere}tr{break-inside:avoid}.flag{font-weight:bold}`;

export function dayReportHtml(report: DayReport): string {
  const { practiceName, patientLabel, day, fromTime, toTime, able, leftOutCount, printedBy, printedAt } = report;
  const title = `Who could open ${patientLabel} on ${day}, and who did`;
  const more =
    leftOutCount === 0
      ? ''
      : `<p class="flag">Rights changed so often that day that the last ${leftOutCount} changes are not looked at here.</p>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(practiceName)}. Looked at: ${escapeHtml(fromTime)} to ${escapeHtml(toTime)}. Roles, ticks, flags, lock-outs, limits, and the providers, location and label of the record as they stood then; every other field of the record as it is now.</p>${more}
<div class="halves"><section><h2>Could have opened it: ${able.length} ${able.length === 1 ? 'person' : 'people'}</h2>${ableTable(able)}</section>
<section>${didPart(report)}</section></div>
<p>Printed ${escapeHtml(printedAt)} by ${escapeHtml(printedBy)}. The answer is worked out by the rule that decides every call, on the state of then. The printing itself stands in the activity log.</p></html>`;
}

function ableTable(able: DayReport['able']): string {
  if (able.length === 0) return '<p>Nobody.</p>';
  const rows = able.map(({ name, loginId, givenBy, when, isOwnOnly }) => [
    name,
    loginId,
    `${givenBy === '' ? 'needs no right' : givenBy}${isOwnOnly ? ' (own records only)' : ''}`,
    when,
  ]);
  return table(['Name', 'Login ID', 'Given by', 'When'], rows);
}

function didPart({ did, didCount }: DayReport): string {
  if (did === null)
    return '<h2>What was done</h2><p>Left out: it needs the right “See the activity log”. Ask somebody who holds it to print this page.</p>';
  const heading = `<h2>What the log tells of it: ${didCount} ${didCount === 1 ? 'entry' : 'entries'}</h2>`;
  if (did.length === 0) return `${heading}<p>Nobody opened or changed it.</p>`;
  const rows = did.map(({ when, name, says, outcome, workstation, isUnexpected }) => [
    when,
    isUnexpected ? `${name} (not among those who could open it)` : name,
    says,
    outcome,
    workstation,
  ]);
  const left = didCount - did.length;
  return `${heading}${table(['When', 'Who', 'What', 'Outcome', 'From'], rows)}${left === 0 ? '' : `<p>${left} more stand in the activity log.</p>`}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
