// One quarter of an hour across all columns.
// biome-ignore-all lint/a11y/useSemanticElements: blocks that span rows cannot be placed in table elements
import type { PointerEvent as ReactPointerEvent } from 'react';
import { covers } from '../../../shared/schedule/spans.ts';
import type { Carried, Place } from './placeMoves.ts';
import { CarriedShadow, ScheduleBlock, SLOT_PX } from './ScheduleBlock.tsx';
import classes from './schedule.module.css';
import { type Block, blocksAt, type Column, SLOT_MINUTES } from './scheduleColumns.ts';
import { sayMinute, saySlot } from './scheduleWords.ts';

interface ScheduleRowProps {
  readonly slot: number;
  /** The first minute of the slot. */
  readonly from: number;
  readonly columns: readonly Column[];
  readonly now: { readonly day: string; readonly minute: number };
  readonly place: Place;
  readonly carried: Carried | null;
  readonly isMovable: (block: Block) => boolean;
  readonly onPress: (event: ReactPointerEvent<HTMLElement>, block: Block, column: number, isResize: boolean) => void;
  readonly onOpen: (block: Block) => void;
  readonly onFocus: (column: number) => void;
  readonly onBook: (column: Column) => void;
}

export function ScheduleRow(props: ScheduleRowProps) {
  const { slot, from, columns, now, place, carried } = props;
  const holds = (minute: number) => minute >= from && minute < from + SLOT_MINUTES;
  return (
    <div role="row" className={classes.row} data-hour={from % 60 === 0 || undefined} tabIndex={-1}>
      <span role="rowheader" className={classes.time} tabIndex={-1}>
        {from % 60 === 0 ? sayMinute(from) : <span className={classes.unseen}>{sayMinute(from)}</span>}
      </span>
      {columns.map((column, index) => {
        const here = blocksAt(column, from);
        const isPlace = place.column === index && place.slot === slot;
        const chosen = here[isPlace ? place.lane : 0];
        return (
          <div
            key={column.key}
            role="gridcell"
            className={classes.cell}
            tabIndex={isPlace ? 0 : -1}
            data-column={index}
            data-slot={slot}
            data-minute={from}
            data-state={stateOf(column, from)}
            onFocus={() => props.onFocus(index)}
            onDoubleClick={(event) => {
              if (event.target === event.currentTarget) props.onBook(column);
            }}
          >
            <span className={classes.unseen}>{saySlot(column, from, chosen, here.length)}</span>
            {column.breaks.map((one) =>
              holds(one.from) && one.note !== '' ? (
                <span key={one.from} className={classes.away} aria-hidden>
                  {one.note}
                </span>
              ) : null,
            )}
            {column.blocks.flatMap((block) =>
              holds(block.from)
                ? [
                    <ScheduleBlock
                      key={block.appointment.id}
                      block={block}
                      cellFrom={from}
                      isMovable={props.isMovable(block)}
                      isInHand={carried?.appointment.id === block.appointment.id}
                      onPress={(event, isResize) => props.onPress(event, block, index, isResize)}
                      onOpen={() => props.onOpen(block)}
                    />,
                  ]
                : [],
            )}
            {carried !== null && carried.column === index && holds(carried.from) ? (
              <CarriedShadow {...carried} cellFrom={from} name={carried.appointment.patientName} />
            ) : null}
            {column.day === now.day && holds(now.minute) ? (
              <span
                className={classes.now}
                data-now
                aria-hidden
                style={{ top: ((now.minute - from) / SLOT_MINUTES) * SLOT_PX }}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

function stateOf({ open, breaks }: Column, from: number): 'open' | 'away' | 'closed' {
  const slot = { from, to: from + SLOT_MINUTES };
  if (breaks.some((one) => one.from < slot.to && one.to > from)) return 'away';
  return open === null || covers(open, slot) ? 'open' : 'closed';
}
