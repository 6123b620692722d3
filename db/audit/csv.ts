// CSV text that a spreadsheet opens as text and never as a formula, and the way back.

/** What stands at the start of a CSV file so that spreadsheets read it as UTF-8. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF';

// ASVS 1.2.10 plus LF, NUL, and the full-width twins. An apostrophe is doubled, or the guard could not be undone.
const NEEDS_GUARD = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20']/u;

/** One line: every cell quoted, quotes doubled, formula starts guarded by an apostrophe, CRLF at the end.
 *  Source: RFC 4180; OWASP ASVS 1.2.10. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** The value a guarded cell stood for. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function csvCell(value: string): string {
  const guarded = NEEDS_GUARD.test(value) ? `'${value}` : value;
  return guarded.includes('"') ? `"${guarded.replaceAll('"', '""')}"` : `"${guarded}"`;
}
