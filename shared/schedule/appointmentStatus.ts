// The states of an appointment and the acts that lead from one to the next.

export const APPOINTMENT_STATUSES = {
  booked: 'Booked',
  arrived: 'Arrived',
  completed: 'Completed',
  cancelled: 'Cancelled',
  noShow: 'No-show',
} as const;
export type AppointmentStatus = keyof typeof APPOINTMENT_STATUSES;

/** What each act needs and leads to. */
export const STATUS_ACTS = {
  checkIn: { from: ['booked'], to: 'arrived' },
  complete: { from: ['booked', 'arrived'], to: 'completed' },
  markNoShow: { from: ['booked'], to: 'noShow' },
  cancel: { from: ['booked', 'arrived'], to: 'cancelled' },
  restore: { from: ['arrived', 'completed', 'cancelled', 'noShow'], to: 'booked' },
} as const satisfies Record<string, { from: readonly AppointmentStatus[]; to: AppointmentStatus }>;
export type StatusAct = keyof typeof STATUS_ACTS;

/** Whether the act is possible from that state. */
export function canAct(act: StatusAct, status: AppointmentStatus): boolean {
  return (STATUS_ACTS[act].from as readonly AppointmentStatus[]).includes(status);
}

/** Whether an appointment in that state takes up its provider's time. */
export function takesTime(status: AppointmentStatus): boolean {
  return status !== 'cancelled' && status !== 'noShow';
}
