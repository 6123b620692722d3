// The role sheet: everything one role is and gives, as a page for the printer, made from the stored rows (S1.02).
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { conditionsWords, countsWords, type RoleLimits } from './roleLimitWords.ts';

export interface RoleSheet extends RoleLimits {
  readonly practiceName: string;
  readonly printedBy: string;
  readonly printedAt: string;
  readonly name: string;
  readonly code: number;
  readonly kind: string;
  readonly purpose: string;
  readonly parent: string | null;
  readonly policies: readonly string[];
  readonly tasks: readonly string[];
  readonly roleId: string;
  readonly permissions: readonly PermissionId[];
  readonly holders: readonly { readonly name: string; readonly loginId: string; readonly status: string }[];
  /** When it was last changed, by whom and why; null for a shipped role. */
  readonly lastChange: string | null;
}

/** One page per role; each permission with its key, so that it can be found again in the log (S4.03, S4.05). */
export function roleSheetHtml(sheet: RoleSheet): string {
  const { name, roleId, permissions } = sheet;
  const held = heldPermissions({
    roles: [{ roleId, roleName: name, permissions }],
    exceptions: [],
    isSuperUser: false,
    hasAccessSecurity: false,
    isPhiRestricted: false,
  });
  const rows = [...held].map((id) => {
    const { label, category, description, reachesPhi } = PERMISSIONS[id];
    return `<tr><td>${escapeHtml(category)}</td><td>${escapeHtml(label)}</td><td>${escapeHtml(description)}</td><td class="key">${escapeHtml(id)}</td><td>${reachesPhi ? 'PHI' : ''}</td></tr>`;
  });
  const facts: readonly (readonly [string, string])[] = [
    ['Purpose', sheet.purpose],
    ['Code and kind', `${sheet.code}, ${sheet.kind}`],
    ['Takes its rights from', sheet.parent ?? 'no other role'],
    ['Policies stacked on it', sheet.policies.join(', ') || 'none'],
    ['Made for', sheet.tasks.join(', ') || 'no tasks named'],
    ['Counts', countsWords(sheet)],
    ['Conditions', conditionsWords(sheet)],
    ['Last changed', sheet.lastChange ?? 'never: it is as it was shipped'],
    ['Held by', sheet.holders.map((one) => `${one.name} (${one.loginId}, ${one.status})`).join('; ') || 'nobody'],
  ];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Role sheet: ${escapeHtml(name)}</title>
<style>body{font:12px/1.4 sans-serif;margin:1.5cm}h1{font-size:18px}h2{font-size:14px;margin:18px 0 6px}dl{display:grid;grid-template-columns:11em 1fr;gap:3px 12px}dt{font-weight:600}dd{margin:0}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:3px 8px 3px 0;border-bottom:1px solid #999;vertical-align:top}tr{break-inside:avoid}.key{font-family:monospace;font-size:11px}</style>
<h1>Role sheet: ${escapeHtml(name)}</h1>
<dl>${facts.map(([term, said]) => `<dt>${term}</dt><dd>${escapeHtml(said)}</dd>`).join('')}</dl>
<h2>What it permits (${held.size})</h2>
${rows.length === 0 ? '<p>It permits nothing.</p>' : `<table><thead><tr><th>Area</th><th>Right</th><th>Meaning</th><th>Key</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`}
<p>${escapeHtml(sheet.practiceName)}. Printed ${escapeHtml(sheet.printedAt)} by ${escapeHtml(sheet.printedBy)} from the rights in force at that moment.</p></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
