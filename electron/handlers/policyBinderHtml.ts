// The policy binder as pages for the printer: headings and tables with real heads, so that the PDF made from it is tagged (S3.05).

export interface BinderVersion {
  readonly number: number;
  /** In the time zone of the practice. */
  readonly written: string;
  readonly by: string;
  readonly approvedBy: string | null;
  readonly reason: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface BinderGiving {
  readonly person: string;
  readonly given: string;
  readonly givenBy: string;
  readonly givenReason: string | null;
  readonly approvedBy: string | null;
  /** Null while it is held. */
  readonly taken: string | null;
}

export interface BinderRole {
  readonly name: string;
  readonly facts: readonly (readonly [term: string, said: string])[];
  /** Each with its label and its key. */
  readonly rights: readonly { readonly label: string; readonly key: string; readonly reachesPhi: boolean }[];
  readonly versions: readonly BinderVersion[];
  readonly givings: readonly BinderGiving[];
  /** Held since before givings were written down. */
  readonly olderHolders: readonly string[];
}

export interface PolicyBinder {
  readonly practice: readonly (readonly [term: string, said: string])[];
  readonly rules: readonly (readonly [term: string, said: string])[];
  readonly ticks: readonly (readonly [person: string, ticks: string])[];
  readonly exceptions: readonly (readonly [person: string, right: string, reason: string])[];
  readonly roles: readonly BinderRole[];
  readonly deletedRoles: readonly Pick<BinderRole, 'name' | 'versions' | 'givings'>[];
  readonly waiting: readonly (readonly [what: string, askedBy: string, reason: string])[];
  readonly printed: string;
}

/** The whole binder; every text is escaped. */
export function policyBinderHtml(binder: PolicyBinder): string {
  const { practice, rules, ticks, exceptions, roles, deletedRoles, waiting, printed } = binder;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Policy binder</title>
<style>${STYLE}</style>
<main><h1>Policy binder</h1>
<p>Who may do what in this practice, since when, why, and who decided it. ${escapeHtml(printed)}</p>
<h2>The practice</h2>${factList(practice)}
<h2>Rules about rights</h2>${factList(rules)}
<h2>Ticks above the roles</h2>${table(['Person', 'Ticks'], ticks, 'Nobody has a tick.')}
<h2>Rights of one person beside their roles</h2>${table(['Person', 'Right', 'Why'], exceptions, 'Nobody has rights beside their roles.')}
<h2>Changes that wait for a second person</h2>${table(['What', 'Asked for by', 'Why'], waiting, 'Nothing waits.')}
<h2>Contents: ${roles.length} roles and policies</h2><ul>${roles.map(({ name }) => `<li>${escapeHtml(name)}</li>`).join('')}</ul>
${roles.map(rolePart).join('\n')}
${deletedRoles.length === 0 ? '' : `<h2>Roles that were deleted</h2>${deletedRoles.map(deletedPart).join('\n')}`}
</main></html>`;
}

function rolePart({ name, facts, rights, versions, givings, olderHolders }: BinderRole): string {
  const rows = rights.map(({ label, key, reachesPhi }) => [label, key, reachesPhi ? 'PHI' : '']);
  return `<section class="role"><h2>${escapeHtml(name)}</h2>${factList(facts)}
<h3>Rights (${rights.length})</h3>${table(['Right', 'Key', ''], rows, 'It permits nothing.')}
<h3>Versions</h3>${versionTable(versions)}
<h3>Given to</h3>${givingTable(givings)}
${olderHolders.length === 0 ? '' : `<p>Held since before givings were written down: ${escapeHtml(olderHolders.join('; '))}.</p>`}</section>`;
}

function deletedPart({ name, versions, givings }: Pick<BinderRole, 'name' | 'versions' | 'givings'>): string {
  return `<section><h3>${escapeHtml(name)}</h3>${versionTable(versions)}${givingTable(givings)}</section>`;
}

function versionTable(versions: readonly BinderVersion[]): string {
  return table(
    ['No.', 'When', 'By', 'Approved by', 'Why', 'Added', 'Removed'],
    versions.map(({ number, written, by, approvedBy, reason, added, removed }) => [
      String(number),
      written,
      by,
      approvedBy ?? 'not needed',
      reason,
      added.join(', ') || '–',
      removed.join(', ') || '–',
    ]),
    'It is as it was shipped.',
  );
}

function givingTable(givings: readonly BinderGiving[]): string {
  return table(
    ['Person', 'Given', 'By', 'Approved by', 'Why', 'Taken'],
    givings.map(({ person, given, givenBy, approvedBy, givenReason, taken }) => [
      person,
      given,
      givenBy,
      approvedBy ?? 'not needed',
      givenReason ?? 'no reason given',
      taken ?? 'held',
    ]),
    'It was given to nobody.',
  );
}

function factList(facts: readonly (readonly [string, string])[]): string {
  return `<dl>${facts.map(([term, said]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(said)}</dd>`).join('')}</dl>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[], empty: string): string {
  if (rows.length === 0) return `<p>${empty}</p>`;
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const STYLE =
  'body{font:11px/1.4 sans-serif;margin:1.5cm}h1{font-size:20px}h2{font-size:15px;margin:20px 0 6px}' +
  'h3{font-size:12px;margin:12px 0 4px}dl{display:grid;grid-template-columns:13em 1fr;gap:3px 12px}dt{font-weight:600}' +
  'dd{margin:0}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:3px 8px 3px 0;' +
  'border-bottom:1px solid #999;vertical-align:top}tr{break-inside:avoid}.role{break-before:page}';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
