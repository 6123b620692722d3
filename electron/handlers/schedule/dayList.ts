// The schedule as a page for the printer: a list per day and provider.
import type { ShownAppointment } from '../../../db/repositories/schedule.ts';
import { APPOINTMENT_STATUSES } from '../../../shared/schedule/appointmentStatus.ts';
import { timeOf } from '../../../shared/schedule/openTimes.ts';
import { localOf } from '../../../shared/schedule/zonedTime.ts';

export interface DayListContent {
  readonly practiceName: string;
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly appointments: readonly ShownAppointment[];
  readonly printedBy: string;
  readonly nowMs: number;
}

const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });

/** One table per day and provider that has any appointment; cancelled ones stand there as such. */
export function dayListHtml(content: DayListContent): string {
  const { practiceName, timeZone, days, providers, appointments, printedBy, nowMs } = content;
  const printed = localOf(nowMs, timeZone);
  const sections = days.flatMap((day) =>
    providers.flatMap((provider) => {
      const own = appointments.filter(
        (one) => one.providerId === provider.id && localOf(one.startsAtMs, timeZone).day === day,
      );
      if (own.length === 0) return [];
      const title = `${longDay.format(Date.parse(day))}: ${provider.name}`;
      return [`<h2>${escapeHtml(title)}</h2>${table(own, timeZone)}`];
    }),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Schedule of ${escapeHtml(practiceName)}</title>
<style>body{font:12px/1.4 sans-serif;margin:1.5cm}h1{font-size:18px}h2{font-size:14px;margin:18px 0 6px;break-after:avoid}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:4px 8px 4px 0;border-bottom:1px solid #999;vertical-align:top}tr{break-inside:avoid}.time{white-space:nowrap}.cancelled td{text-decoration:line-through}</style>
<h1>Schedule of ${escapeHtml(practiceName)}</h1>
${sections.length === 0 ? '<p>Nothing is booked.</p>' : sections.join('\n')}
<p>Printed ${printed.day} ${timeOf(printed.minute)} by ${escapeHtml(printedBy)}. Times are those of ${escapeHtml(timeZone)}. Shred this list after the day.</p></html>`;
}

function table(appointments: readonly ShownAppointment[], zone: string): string {
  const clock = (atMs: number) => timeOf(localOf(atMs, zone).minute);
  const rows = appointments.map(
    (one) =>
      `<tr${one.status === 'cancelled' ? ' class="cancelled"' : ''}><td class="time">${clock(one.startsAtMs)}–${clock(one.endsAtMs)}</td><td>${escapeHtml(one.patientName)}</td><td>${escapeHtml(one.reason)}</td><td>${escapeHtml(one.locationName)}</td><td>${APPOINTMENT_STATUSES[one.status]}${one.isWalkIn ? ', walk-in' : ''}</td></tr>`,
  );
  return `<table><thead><tr><th>Time</th><th>Patient</th><th>Reason</th><th>Location</th><th>Status</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
