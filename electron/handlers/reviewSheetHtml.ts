// The sheet on which somebody outside the practice reviews acts that one person did alone, for the printer (N8).
import type { LoneAct } from '../../db/repositories/loneAct.ts';
import { formatCents } from '../../shared/billing/formatCents.ts';
import { dayAndTime } from '../../shared/billing/momentWords.ts';

export interface ReviewSheet {
  readonly practiceName: string;
  readonly practiceAddress: string;
  readonly printedBy: string;
  readonly printedAt: string;
  readonly timeZone: string;
  readonly acts: readonly LoneAct[];
}

/** One section per act, each with its own place to sign; no patient is named on it. */
export function reviewSheetHtml({
  practiceName,
  practiceAddress,
  printedBy,
  printedAt,
  timeZone,
  acts,
}: ReviewSheet): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Review sheet</title>
<style>${STYLE}</style>
<header><p><strong>${escapeHtml(practiceName)}</strong><br>${escapeHtml(practiceAddress)}</p></header>
<main><h1>Review of acts done alone</h1>
<p>Each act below needs two people. It was done by one, because nobody else in the practice could approve it. Please compare
it with the books and the activity log, and sign for each act whether you found it in order.</p>
${acts.map((act) => actPart(act, timeZone)).join('\n')}
<p class="small">Printed ${escapeHtml(printedAt)} by ${escapeHtml(printedBy)}. Keep the signed sheet with the books.</p>
</main></html>`;
}

const STYLE = `@page{size:Letter;margin:2cm}body{font:13px/1.45 sans-serif;color:#111}h1{font-size:20px}h2{font-size:15px;margin:0 0 6px}
section{border:1px solid #111;padding:10px 14px;margin:16px 0;break-inside:avoid}
dl{display:grid;grid-template-columns:18em 1fr;gap:3px 12px;margin:0}dt{font-weight:600}dd{margin:0}
.sign{display:grid;grid-template-columns:2fr 1fr;gap:10px 24px;margin-top:14px}.sign span{border-top:1px solid #111;margin-top:30px;padding-top:2px;font-size:11px}
.choice{margin:12px 0 0}.small{font-size:11px}`;

function actPart(act: LoneAct, timeZone: string): string {
  const { label, cents, detail, reviewer, lastOther, review } = act;
  const at = (atMs: number) => dayAndTime(atMs, timeZone);
  const facts: readonly (readonly [string, string])[] = [
    ['Amount', formatCents(cents)],
    ['More about it', detail],
    [act.kind === 'refund' ? 'Asked for' : 'Counted', at(act.requestedAtMs)],
    ['Confirmed alone', at(act.doneAtMs)],
    ['By', act.doneBy],
    ['Entry in the activity log', act.entryNumber === null ? 'not found' : `No. ${act.entryNumber}`],
    [
      'Last other person with the right',
      lastOther === null ? 'nobody, as far as is written down' : `${lastOther.name}, until ${at(lastOther.untilMs)}`,
    ],
    ['For review by', `${reviewer.name}, ${reviewer.role}`],
    ...(review === null ? [] : [['Reviewed', `${review.reviewedOn} by ${review.reviewedBy}`] as const]),
  ];
  return `<section><h2>${escapeHtml(label)}</h2>
<dl>${facts.map(([term, said]) => `<dt>${term}</dt><dd>${escapeHtml(said)}</dd>`).join('')}</dl>
<p class="choice">&#9744; in order &nbsp;&nbsp; &#9744; not in order, because:</p>
<div class="sign"><span>Name and signature of the reviewer</span><span>Date</span></div></section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
