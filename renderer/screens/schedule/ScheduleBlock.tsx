// One appointment in the grid, and the shadow of the one in hand. The cell beneath says the same to people who listen.
import type { PointerEvent as ReactPointerEvent } from 'react';
import { StatusIcon } from './StatusIcon.tsx';
import classes from './schedule.module.css';
import { type Block, SLOT_MINUTES } from './scheduleColumns.ts';
import { sayMinute, saySpan, sayStatus } from './scheduleWords.ts';

/** Height of one slot in CSS pixels; the style sheet uses the same. */
export const SLOT_PX = 21;
const PX_PER_MINUTE = SLOT_PX / SLOT_MINUTES;
/** From this length on there is room for a second line. */
const TWO_LINES_MINUTES = 30;

interface ScheduleBlockProps {
  readonly block: Block;
  /** The first minute of the cell it stands in. */
  readonly cellFrom: number;
  readonly isMovable: boolean;
  readonly isInHand: boolean;
  readonly onPress: (event: ReactPointerEvent<HTMLElement>, isResize: boolean) => void;
  readonly onOpen: () => void;
}

export function ScheduleBlock({ block, cellFrom, isMovable, isInHand, onPress, onOpen }: ScheduleBlockProps) {
  const { appointment, from, to, lane, lanes } = block;
  const { patientName, reason, status } = appointment;
  return (
    // The keys of the cell beneath open and move it; this is its picture for the mouse.
    <div
      className={classes.block}
      aria-hidden
      data-appointment={appointment.id}
      data-status={status}
      data-movable={isMovable || undefined}
      data-in-hand={isInHand || undefined}
      title={`${saySpan(block)} · ${patientName}${reason === '' ? '' : ` · ${reason}`} · ${sayStatus(appointment)}`}
      style={{
        top: (from - cellFrom) * PX_PER_MINUTE,
        height: Math.max((to - from) * PX_PER_MINUTE - 1, SLOT_PX - 1),
        left: `calc(${(lane / lanes) * 100}% + 1px)`,
        width: `calc(${100 / lanes}% - 3px)`,
      }}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (isMovable) onPress(event, false);
      }}
      onClick={onOpen}
    >
      <span className={classes.blockLine}>
        <StatusIcon status={status} />
        <span className={classes.blockName}>{patientName}</span>
        {lanes < 3 ? <span className={classes.blockTime}>{sayMinute(from)}</span> : null}
      </span>
      {to - from >= TWO_LINES_MINUTES ? (
        <span className={classes.blockMore}>
          {sayStatus(appointment)}
          {reason === '' ? '' : ` · ${reason}`}
        </span>
      ) : null}
      {isMovable ? (
        <span
          className={classes.resize}
          data-resize
          onPointerDown={(event) => {
            event.stopPropagation();
            onPress(event, true);
          }}
        />
      ) : null}
    </div>
  );
}

/** Where the appointment in hand would stand. */
export function CarriedShadow({
  from,
  to,
  cellFrom,
  name,
}: {
  readonly from: number;
  readonly to: number;
  readonly cellFrom: number;
  readonly name: string;
}) {
  return (
    <div
      className={classes.shadow}
      aria-hidden
      style={{ top: (from - cellFrom) * PX_PER_MINUTE, height: (to - from) * PX_PER_MINUTE - 1 }}
    >
      {saySpan({ from, to })} · {name}
    </div>
  );
}
