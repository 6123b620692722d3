// The day and week view, free times, and the day list on paper.

import { findUnreached } from '../../../db/records/findUnreached.ts';
import { readPractice } from '../../../db/repositories/practice.ts';
import {
  appointmentsBetween,
  breaksOf,
  collisions,
  hoursOf,
  providersToShow,
  type Range,
} from '../../../db/repositories/schedule.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import type { Input } from '../../../shared/catalogue/procedures.ts';
import { refuse } from '../../../shared/errors.ts';
import { addDays, daysFrom } from '../../../shared/schedule/days.ts';
import { freeSlots } from '../../../shared/schedule/freeSlots.ts';
import { instantSpans, openOn, timeOf } from '../../../shared/schedule/openTimes.ts';
import { localOf, MINUTE_MS, startOfDay } from '../../../shared/schedule/zonedTime.ts';
import type { Handlers } from '../../ipc/stages.ts';
import type { RuledCall } from '../records/recordRules.ts';
import { dayListHtml } from './dayList.ts';

type ViewName = 'schedule.read' | 'schedule.findFreeSlots' | 'schedule.print';

/** More than this is no view but a list. */
const MOST_APPOINTMENTS = 2_000;
const MOST_PROVIDERS = 12;
const MOST_SLOTS = 24;
const SEARCHED_DAYS = 60;
const SLOT_STEP_MS = 15 * MINUTE_MS;

export const scheduleViewHandlers: Pick<Handlers, ViewName> = {
  'schedule.read': (call, tx) => {
    const { found, isCut, providers, timeZone } = readView(tx, call, call.input);
    const providerIds = providers.map(({ id }) => id);
    call.note({ count: found.length });
    return {
      timeZone,
      nowMs: call.nowMs,
      providers: [...providers],
      appointments: [...found],
      isCut,
      hours: [...hoursOf(tx, providerIds)],
      breaks: [...breaksOf(tx, providerIds, call.input.from, call.input.to)],
    };
  },
  'schedule.findFreeSlots': (call, tx) => {
    const { providerId, locationId, fromDay, lengthMinutes } = call.input;
    if (findUnreached(tx, 'provider', call.scope, [providerId], true).length > 0)
      return refuse('NOT_FOUND', 'This provider is not there or not in use. Choose another one.');
    const { timeZone } = readPractice(tx);
    const hours = hoursOf(tx, [providerId]);
    const days = hours.length === 0 ? [] : daysFrom(fromDay, addDays(fromDay, SEARCHED_DAYS - 1));
    const breaks = breaksOf(tx, [providerId], fromDay, addDays(fromDay, SEARCHED_DAYS));
    const slots: { day: string; time: string; startsAtMs: number }[] = [];
    for (const day of days) {
      if (slots.length >= MOST_SLOTS) break;
      const open = instantSpans(day, openOn(hours, breaks, day, locationId), timeZone);
      const [first, last] = [open[0], open.at(-1)];
      if (first === undefined || last === undefined || last.to <= call.nowMs) continue;
      const range: Range = { fromMs: first.from, toMs: last.to };
      const busy = collisions(tx, call.scope, { providerId }, range, null).map((one) => ({
        from: one.startsAtMs,
        to: one.endsAtMs,
      }));
      const found = freeSlots(open, busy, {
        lengthMs: lengthMinutes * MINUTE_MS,
        stepMs: SLOT_STEP_MS,
        notBeforeMs: call.nowMs,
        most: MOST_SLOTS - slots.length,
      });
      for (const { from } of found) slots.push({ day, time: timeOf(localOf(from, timeZone).minute), startsAtMs: from });
    }
    return { slots, hasHours: hours.length > 0 };
  },
  'schedule.print': (call, tx, services) => {
    const { found, providers, timeZone } = readView(tx, call, call.input);
    const { from, to } = call.input;
    const html = dayListHtml({
      practiceName: readPractice(tx).name,
      timeZone,
      days: daysFrom(from, to),
      providers,
      appointments: found,
      printedBy: call.session?.name ?? '',
      nowMs: call.nowMs,
    });
    call.note({
      count: found.length,
      object: { type: 'schedule', id: from, label: from === to ? from : `${from} to ${to}` },
    });
    call.afterCommit(() => services.dialogs.print(html));
    return { count: found.length };
  },
};

function readView(tx: ReadTx, { scope }: RuledCall, input: Input<'schedule.read'>) {
  const { timeZone } = readPractice(tx);
  const range: Range = { fromMs: startOfDay(input.from, timeZone), toMs: startOfDay(addDays(input.to, 1), timeZone) };
  const providers = providersToShow(tx, scope, input.providerIds, range, MOST_PROVIDERS);
  const wanted = { providerIds: providers.map(({ id }) => id), locationId: input.locationId };
  const found = appointmentsBetween(tx, scope, range, wanted, MOST_APPOINTMENTS + 1);
  return {
    timeZone,
    providers,
    found: found.slice(0, MOST_APPOINTMENTS),
    isCut: found.length > MOST_APPOINTMENTS,
  };
}
