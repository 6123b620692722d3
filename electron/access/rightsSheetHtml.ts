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

const STYLE = `body{font:10px/1.3 sans-serif;margin:1cm}h1{font-size:16px;margin:0 0 4px}p{margin:2px 0}
table{width:100%;border-collapse:collapse;margin-top:8px}th,td{text-align:left;padding:1px 6px 1px 0;border-bottom:1px solid #bbb;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}.no{color:#444}.yes{font-weight:bold}@page{size:A4}`;

/** One table over all areas; a right is allowed where the second column names something and the third nothing. */
export function rightsSheetHtml(content: RightsSheetContent): string {
  const { practiceName, name, loginId, status, roleNames, providers, rights, printedBy, nowMs } = content;
  const lines = rightsSheet(rights);
  const allowed = lines.filter(({ isHeld }) => isHeld);
  const phi = allowed.filter(({ reachesPhi }) => reachesPhi).length;
  const printedAt = `${new Date(nowMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Effective access of ${escapeHtml(name)}</title>
<style>${STYLE}</style>
<h1>Effective access of ${escapeHtml(name)}</h1>
<p>${escapeHtml(practiceName)}. Login ID ${escapeHtml(loginId)}, ${escapeHtml(status)}. Roles: ${escapeHtml(roleNames.join(', ') || 'none')}. Providers: ${escapeHtml(providers === null ? 'all' : providers.join('; ') || 'none')}.</p>
<p>${allowed.length} of ${lines.length} rights allowed, ${phi} of them reach patient data (PHI).${rights.isPhiRestricted ? ' ePHI Restricted: every right that reaches patient data is taken away.' : ''}</p>
<table><thead><tr><th>Right</th><th>PHI</th><th>1. Given by</th><th>2. Taken away by</th><th>Result</th></tr></thead><tbody>
${lines.map(row).join('\n')}
</tbody></table>
<p>Printed ${printedAt} by ${escapeHtml(printedBy)}. Results are those the program decides every call with.</p></html>`;
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
