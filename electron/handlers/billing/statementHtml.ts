// A patient's statement as a page: headings and tables with real heads, so that the PDF made from it is tagged.
import type { BookedEntries } from '../../../db/repositories/invoiceEntries.ts';
import { formatCents } from '../../../shared/billing/formatCents.ts';
import { chargeCents, invoiceAccount, sumCents } from '../../../shared/billing/invoiceAccount.ts';
import { ADJUSTMENT_KINDS } from '../../../shared/catalogue/records/adjustment.ts';
import { PAYMENT_METHODS } from '../../../shared/catalogue/records/moneyFields.ts';

export interface StatedInvoice {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly issueDate: string;
  readonly entries: BookedEntries;
}
export interface Statement {
  readonly practiceName: string;
  readonly practiceAddress: string;
  /** '' where the practice has not said it. */
  readonly practiceTaxId: string;
  readonly patientName: string;
  readonly patientAddress: readonly string[];
  readonly recordNumber: string;
  readonly day: string;
  readonly invoices: readonly StatedInvoice[];
}

/** The whole page. Refunds count once they are paid out. */
export function statementHtml(statement: Statement): string {
  const { practiceName, practiceAddress, practiceTaxId, patientName, patientAddress, recordNumber, day, invoices } =
    statement;
  const owed = sumCents(invoices.map(({ entries }) => invoiceAccount(entries).balanceCents));
  const address = patientAddress.filter((line) => line !== '').map((line) => `<br>${escapeHtml(line)}`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Statement ${escapeHtml(day)}</title>
<style>${STYLE}</style>
<header><p><strong>${escapeHtml(practiceName)}</strong><br>${escapeHtml(practiceAddress)}${practiceTaxId === '' ? '' : `<br>Tax ID ${escapeHtml(practiceTaxId)}`}</p></header>
<main><h1>Statement</h1>
<p>${escapeHtml(patientName)}${address.join('')}</p>
<p>Record ${escapeHtml(recordNumber)}. As of ${escapeHtml(day)}.</p>
<p class="owed">Amount due: <strong>${formatCents(owed)}</strong></p>
${invoices.length === 0 ? '<p>There are no invoices.</p>' : invoices.map(invoicePart).join('\n')}
</main></html>`;
}

const STYLE = `@page{size:Letter;margin:2cm}body{font:13px/1.45 sans-serif;color:#111}h1{font-size:22px}h2{font-size:15px;margin:24px 0 6px}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #999;padding:4px 8px;text-align:left}
.amount{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}tfoot th{border-bottom:2px solid #111}
.owed{font-size:16px;border:1px solid #111;padding:8px 12px;display:inline-block}tr{break-inside:avoid}`;

interface Line {
  readonly day: string;
  readonly says: string;
  /** As it changes what is owed. */
  readonly cents: number;
}

function invoicePart({ number, issueDate, entries }: StatedInvoice): string {
  const rows = linesOf(entries).map(
    ({ day, says, cents }) =>
      `<tr><td>${escapeHtml(day)}</td><td>${escapeHtml(says)}</td><td class="amount">${formatCents(cents)}</td></tr>`,
  );
  return `<section><h2>Invoice ${escapeHtml(number)} of ${escapeHtml(issueDate)}</h2>
<table><thead><tr><th scope="col">Date</th><th scope="col">Entry</th><th scope="col" class="amount">Amount</th></tr></thead>
<tbody>${rows.join('')}</tbody>
<tfoot><tr><th scope="row" colspan="2">Due on this invoice</th><th class="amount">${formatCents(invoiceAccount(entries).balanceCents)}</th></tr></tfoot></table></section>`;
}

function linesOf({ charges, payments, adjustments, refunds }: BookedEntries): readonly Line[] {
  return [
    ...charges.map((line) => ({
      day: line.serviceDate,
      says: line.quantity === 1 ? line.procedure : `${line.procedure} (${line.quantity} times)`,
      cents: chargeCents(line),
    })),
    ...adjustments.map(({ date, kind, reverses, cents }) => ({
      day: date,
      says: reverses === '' ? `Adjustment: ${ADJUSTMENT_KINDS[kind]}` : `Reversal of adjustment ${reverses}`,
      cents: -cents,
    })),
    ...payments.map(({ date, method, paidBy, reverses, cents }) => ({
      day: date,
      says:
        reverses === ''
          ? `Payment: ${PAYMENT_METHODS[method]}${paidBy === '' ? '' : `, ${paidBy}`}`
          : `Reversal of payment ${reverses}`,
      cents: -cents,
    })),
    ...refunds.flatMap(({ date, method, state, cents }) =>
      state === 'paid' ? [{ day: date, says: `Refund: ${PAYMENT_METHODS[method]}`, cents }] : [],
    ),
  ];
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
