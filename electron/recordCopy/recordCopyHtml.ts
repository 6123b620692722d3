// The copy of a patient's record as a page: headings and lists with real terms, so that a PDF made from it is tagged.
import type { CopiedField, CopiedRecord, CopiedSection, RecordCopy } from './readCopy.ts';

export interface PrintedCopy {
  readonly practiceName: string;
  readonly practiceAddress: string;
  readonly copy: RecordCopy;
  readonly purpose: string;
  readonly printedBy: string;
  /** Local time of the practice. */
  readonly printedAt: string;
}

const STYLE = `@page{size:Letter;margin:1.8cm}body{font:12.5px/1.45 sans-serif;color:#111;margin:0}h1{font-size:22px;margin:10px 0 4px}
h2{font-size:16px;margin:22px 0 6px;border-bottom:1.5px solid #111;padding-bottom:3px}h3{font-size:13px;margin:12px 0 2px}h2,h3{break-after:avoid}p{margin:4px 0}
dl{display:grid;grid-template-columns:13em 1fr;gap:3px 12px;margin:0}dt{font-weight:600}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
article{break-inside:avoid-page;padding-bottom:6px}.end{margin-top:22px;border-top:1px solid #777;padding-top:6px;font-size:11.5px}`;

/** The whole page. Says what is not on it, so that nobody takes it for more than it is.
 *  Source: 45 CFR 164.524(a)(1), (c)(2): access of individuals to protected health information, as a readable copy. */
export function recordCopyHtml({
  practiceName,
  practiceAddress,
  copy,
  purpose,
  printedBy,
  printedAt,
}: PrintedCopy): string {
  const { name, recordNumber, fields, sections } = copy;
  const title = `Copy of record ${recordNumber}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<header><p><strong>${escapeHtml(practiceName)}</strong>${practiceAddress === '' ? '' : `<br>${escapeHtml(practiceAddress)}`}</p></header>
<main><h1>Copy of a patient record</h1>
<p>${escapeHtml(name)}, record ${escapeHtml(recordNumber)}. As it stood at ${escapeHtml(printedAt)}.</p>
<section><h2>Personal data</h2>${list(fields)}</section>
${sections.map(sectionPart).join('\n')}
<div class="end"><p>${escapeHtml(notHere(copy))}</p>
<p>Printed ${escapeHtml(printedAt)} by ${escapeHtml(printedBy)}. Purpose: ${escapeHtml(purpose.replace(/\.$/, ''))}. The printing itself stands in the activity log.</p></div>
</main></html>`;
}

function sectionPart({ title, records }: CopiedSection): string {
  const body = records.length === 0 ? '<p>None.</p>' : records.map(recordPart).join('');
  return `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

function recordPart({ title, fields }: CopiedRecord): string {
  return `<article><h3>${escapeHtml(title)}</h3>${list(fields)}</article>`;
}

function list(fields: readonly CopiedField[]): string {
  return `<dl>${fields.map(({ label, words }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(words)}</dd>`).join('')}</dl>`;
}

function notHere({ closedParts, isMasked }: RecordCopy): string {
  const parts = [
    'charges and payments, which stand on the statement',
    ...closedParts.map((part) => part.toLowerCase()),
  ];
  const masks = isMasked ? ' Numbers shown with dots are hidden from whoever printed it.' : '';
  return `Not on this copy: ${parts.join('; ')}. Entries that whoever printed it may not see are left out as well.${masks} Ask the practice for what is missing.`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
