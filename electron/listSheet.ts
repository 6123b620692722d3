// A list as a page for the printer: what it is, what narrows it, its rows, and who printed it when.

export interface ListSheet {
  readonly title: string;
  readonly practiceName: string;
  /** What narrows and orders the list, each a term and its words. */
  readonly facts: readonly (readonly [term: string, words: string])[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** `1,000 of 12,482 entries`: nothing is left out in silence. */
  readonly counted: string;
  readonly printedBy: string;
  /** Local time of the practice with its offset. */
  readonly printedAt: string;
}

/** One table whose head stands on every page; the count stands before and the origin after it. */
export function listSheetHtml(sheet: ListSheet): string {
  const { title, practiceName, facts, heads, rows, counted, printedBy, printedAt } = sheet;
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  const table = `<table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>@page{size:A4 landscape;margin:1.2cm}body{font:11px/1.35 sans-serif;margin:0}h1{font-size:17px;margin:0 0 4px}dl{display:grid;grid-template-columns:9em 1fr;gap:2px 10px;margin:0 0 8px}dt{font-weight:600}dd{margin:0}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:3px 8px 3px 0;border-bottom:1px solid #999;vertical-align:top;overflow-wrap:anywhere}tr{break-inside:avoid}</style>
<h1>${escapeHtml(title)}</h1>
<dl>${[['Practice', practiceName], ...facts, ['Rows', counted]].map(([term = '', words = '']) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(words)}</dd>`).join('')}</dl>
${rows.length === 0 ? '<p>Nothing matches.</p>' : table}
<p>${escapeHtml(practiceName)}. Printed ${escapeHtml(printedAt)} by ${escapeHtml(printedBy)}. The printing itself stands in the activity log.</p></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
