// The full Social Security number never leaves the main process, not even in the preview of an import.

const SSN = /^\s*\d{3}[- ]?\d{2}[- ]?(\d{4})\s*$/;

/** The cell with all but the last four digits hidden when it looks like a Social Security number; else the cell itself.
 *  Source: 45 CFR 164.502(b) Minimum necessary. */
export function maskSsn(cell: string): string {
  return cell.replace(SSN, '••• •• $1');
}
