// The signs of the schedule and its keys, in one line under it.
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../../../shared/schedule/appointmentStatus.ts';
import { StatusIcon } from './StatusIcon.tsx';
import classes from './schedule.module.css';

const STATUSES = Object.keys(APPOINTMENT_STATUSES) as AppointmentStatus[];

export function ScheduleLegend({ isCut, timeZone }: { readonly isCut: boolean; readonly timeZone: string }) {
  return (
    <div className={classes.foot}>
      {STATUSES.map((status) => (
        <span key={status} className={classes.key}>
          <StatusIcon status={status} /> {APPOINTMENT_STATUSES[status]}
        </span>
      ))}
      <span>Keys: arrows move, Enter opens or books, M picks up, Esc gives up. Times of {timeZone}.</span>
      {isCut ? <strong>Not everything is shown: choose fewer days or providers.</strong> : null}
    </div>
  );
}
