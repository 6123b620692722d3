// The sign of an appointment's state; it is never told by colour alone.
import { CalendarX, CheckCheck, Clock, UserCheck, UserX } from 'lucide-react';
import type { AppointmentStatus } from '../../../shared/schedule/appointmentStatus.ts';

const ICONS = {
  booked: Clock,
  arrived: UserCheck,
  completed: CheckCheck,
  cancelled: CalendarX,
  noShow: UserX,
} as const;

export function StatusIcon({ status, size = 12 }: { readonly status: AppointmentStatus; readonly size?: number }) {
  const Icon = ICONS[status];
  return <Icon size={size} aria-hidden />;
}
