// What one person is allowed, as a page for the printer: every right, what gives it and what takes it away (S4.09, C5).
import type { RightSource, RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import { rightsSheet, type SheetLine } from '../../shared/authorization/rightsSheet.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import { sourceWords, takerWords } from '../../shared/catalogue/rightWords.ts';

export interface RightsSheetContent {
  readonly practiceName: string;
  readonly name: string;
  readonly loginId: string;
  readonly status: string;
  readonly roleNames: readonly string[];
  /** Names of the providers of the limit; null: all. */
  readonly providers: readonly string[] | null;
  readonly rights: RightsOfUser;
  readonly printedBy: string;
  readonly nowMs: number;
}

// Two tables side by side on a landscape page: every right there is fits on one sheet of paper (S4.09).
const STYLE = `@page{size:A4 landscape;margin:0.8cm}body{font:8.5px/1.2 sans-serif;margin:0}h1{font-size:14px;margin:0 0 2px}p{margin:1px 0}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 18px;margin:4px 0;align-items:start}table{width:100%;border-collapse:collapse}
th,td{text-align:left;padding:0.5px 5px 0.5px 0;border-bottom:1px solid #ccc;vertical-align:top}tr{break-inside:avoid}
.no{color:#444}.yes{font-weight:bold}`;
const HEAD =
  '<thead><tr><th>Right</th><th>PHI</th><th>1. Given by</th><th>2. Taken away by</th><th>Result</th></tr></thead>';

/** All areas in two halves; a right is allowed where the second column names something and the third nothing. */
export function rightsSheetHtml(content: RightsSheetContent): string {
  const { practiceName, name, loginId, status, roleNames, providers, rights, printedBy, nowMs } = content;
  const lines = rightsSheet(rights);
  const allowed = lines.filter(({ isHeld }) => isHeld);
  const phi = allowed.filter(({ reachesPhi }) => reachesPhi).length;
  const half = Math.ceil(lines.length / 2);
  const printedAt = `${new Date(nowMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Effective access of ${escapeHtml(name)}</title>
<style>${STYLE}</style>
<h1>Effective access of ${escapeHtml(name)}</h1>
<p>${escapeHtml(practiceName)}. Login ID ${escapeHtml(loginId)}, ${escapeHtml(status)}. Roles: ${escapeHtml(roleNames.join(', ') || 'none')}. Providers: ${escapeHtml(providers === null ? 'all' : providers.join('; ') || 'none')}.</p>
<p>${allowed.length} of ${lines.length} rights allowed, ${phi} of them reach patient data (PHI).${rights.isPhiRestricted ? ' ePHI Restricted: every right that reaches patient data is taken away.' : ''}</p>
<div class="halves">${table(lines.slice(0, half))}${table(lines.slice(half))}</div>
<p>Printed ${printedAt} by ${escapeHtml(printedBy)}. Results are those the program decides every call with.</p></html>`;
}

function table(lines: readonly SheetLine[]): string {
  return `<table>${HEAD}<tbody>${lines.map(row).join('')}</tbody></table>`;
}

function row({ permission, reachesPhi, givenBy, takenBy, isHeld }: SheetLine): string {
  const cells = [
    PERMISSIONS[permission].label,
    reachesPhi ? 'PHI' : '',
    givenBy.map((source: RightSource) => sourceWords(source)).join(' + ') || 'nothing',
    takenBy === null ? '' : takerWords(takenBy),
  ];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}<td class="${isHeld ? 'yes' : 'no'}">${isHeld ? 'allowed' : 'denied'}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
