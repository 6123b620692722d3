// Who may do what with the schedule, as rows of the table of rights (S2.108, S2.33).

const each = (types: readonly string[], ...actions: readonly string[]) =>
  types.flatMap((type) => actions.map((action) => `${type}.${action}`));
const look = (...types: readonly string[]) => each(types, 'find', 'read', 'readHistory');
const add = (...types: readonly string[]) => each(types, 'create');
const change = (...types: readonly string[]) => each(types, 'update');
const remove = (...types: readonly string[]) => each(types, 'delete');
const save = (...types: readonly string[]) => each(types, 'export');

/** The schedule: looking, entering, and every act on an appointment. */
const SCHEDULE = ['appointment', 'workingHours', 'providerBreak'];
const HOURS = ['workingHours', 'providerBreak'];
export const READ_SCHEDULE = [...look(...SCHEDULE), 'schedule.read', 'schedule.findFreeSlots', 'schedule.print'];
export const WORK_ON_SCHEDULE = [
  ...READ_SCHEDULE,
  ...add(...HOURS),
  ...change(...HOURS),
  'appointment.book',
  'appointment.walkIn',
  'appointment.reschedule',
  'appointment.checkIn',
  'appointment.complete',
  'appointment.markNoShow',
  'appointment.cancel',
  'appointment.restore',
];
export const WHOLE_SCHEDULE = [...WORK_ON_SCHEDULE, ...remove(...SCHEDULE), ...save(...SCHEDULE)];
