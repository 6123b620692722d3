// The schedule as a grid: a column per provider or day, a row per quarter of an hour, for the mouse and for the keys.
// biome-ignore-all lint/a11y/useSemanticElements: blocks that span rows cannot be placed in table elements
import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useEffect, useState } from 'react';
import type { Span } from '../../../shared/schedule/spans.ts';
import { type Carried, moveCarried, movePlace } from './placeMoves.ts';
import { ScheduleRow } from './ScheduleRow.tsx';
import classes from './schedule.module.css';
import { type Block, blocksAt, type Column, SLOT_MINUTES } from './scheduleColumns.ts';
import { sayCarried } from './scheduleWords.ts';
import { useGridFocus } from './useGridFocus.ts';
import { usePointerCarry } from './usePointerCarry.ts';

export interface ScheduleGridProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly hours: Span;
  /** The head of a column. */
  readonly headOf: (column: Column) => { readonly title: string; readonly note: string };
  /** The office's clock now. */
  readonly now: { readonly day: string; readonly minute: number };
  readonly mayBook: boolean;
  readonly mayMove: boolean;
  readonly onOpen: (block: Block) => void;
  readonly onBook: (column: Column, minute: number) => void;
  readonly onDrop: (carried: Carried, column: Column) => void;
  /** Tells which free slot the keyboard is at, so that a button books there. */
  readonly onPlace: (column: Column, minute: number) => void;
}

export function ScheduleGrid(props: ScheduleGridProps) {
  const { columns, hours, now, mayMove, mayBook } = props;
  const slots = (hours.to - hours.from) / SLOT_MINUTES;
  const startSlot = Math.max(0, Math.min(slots - 1, Math.floor((firstMinute(props) - hours.from) / SLOT_MINUTES)));
  const { grid, place, go } = useGridFocus({ column: 0, slot: startSlot, lane: 0 }, { columns: columns.length, slots });
  const [carried, setCarried] = useState<Carried | null>(null);
  const [isByKeys, setIsByKeys] = useState(false);
  const [said, setSaid] = useState('');
  const minuteOf = (slot: number) => hours.from + slot * SLOT_MINUTES;
  const isMovable = ({ appointment }: Block) =>
    mayMove && appointment.patientId !== null && (appointment.status === 'booked' || appointment.status === 'arrived');

  // A new day begins where work begins, or a little before now.
  const scrollKey = `${columns[0]?.day ?? ''} ${columns.length} ${hours.from}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another day or set of columns scrolls by itself
  useEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-slot="${Math.max(0, startSlot - 2)}"]`);
    if (grid.current !== null && cell !== null && cell !== undefined) grid.current.scrollTop = cell.offsetTop - HEAD_PX;
  }, [scrollKey]);

  const drop = (given: Carried) => {
    const column = columns[given.column];
    setCarried(null);
    setIsByKeys(false);
    if (column === undefined) return;
    props.onDrop(given, column);
  };
  const pointer = usePointerCarry({ hours, onCarry: setCarried, onDrop: drop });

  const blockHere = (): Block | undefined => {
    const column = columns[place.column];
    return column === undefined ? undefined : blocksAt(column, minuteOf(place.slot))[place.lane];
  };
  const pickUp = (block: Block) => {
    if (!isMovable(block)) return setSaid('This appointment cannot be moved.');
    setCarried({ appointment: block.appointment, column: place.column, from: block.from, to: block.to });
    setIsByKeys(true);
    setSaid(
      `Picked up ${block.appointment.patientName}. Arrow keys move, Shift with up or down changes the length, Enter puts it down, Escape leaves it where it was.`,
    );
  };
  const open = (block: Block) => {
    if (block.appointment.patientId === null) setSaid('You may not see this patient. The time is taken.');
    else props.onOpen(block);
  };
  const carryOn = (event: KeyboardEvent, inHand: Carried) => {
    if (event.key === 'Enter') return drop(inHand);
    if (event.key === 'Escape' || event.key === 'Tab') {
      setCarried(null);
      setIsByKeys(false);
      return setSaid('Left where it was.');
    }
    const moved = moveCarried(inHand, event.key, event.shiftKey, columns.length, hours);
    if (moved === null) return;
    setCarried(moved);
    const column = columns[moved.column];
    if (column !== undefined) setSaid(sayCarried(moved, column));
    go({ column: moved.column, slot: Math.floor((moved.from - hours.from) / SLOT_MINUTES), lane: 0 });
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (carried !== null && isByKeys) {
      if (event.key !== 'Tab') event.preventDefault();
      return carryOn(event, carried);
    }
    const column = columns[place.column];
    if (column === undefined) return;
    const block = blockHere();
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (block !== undefined) open(block);
      else if (mayBook) props.onBook(column, minuteOf(place.slot));
      return;
    }
    if (event.key.toLowerCase() === 'm' && block !== undefined) return pickUp(block);
    const lanesAt = (toColumn: number, slot: number) => {
      const at = columns[toColumn];
      return at === undefined ? 0 : blocksAt(at, minuteOf(slot)).length;
    };
    const to = movePlace(place, event.key, { columns: columns.length, slots }, lanesAt);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };

  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={props.label}
        className={classes.grid}
        style={{ '--columns': columns.length } as CSSProperties}
        tabIndex={-1}
        onKeyDown={press}
      >
        <div role="row" className={classes.heads} tabIndex={-1}>
          <span role="columnheader" className={classes.corner} tabIndex={-1}>
            <VisuallyHidden>Time</VisuallyHidden>
          </span>
          {columns.map((column) => {
            const { title, note } = props.headOf(column);
            return (
              <span
                key={column.key}
                role="columnheader"
                className={classes.head}
                tabIndex={-1}
                data-today={column.day === now.day || undefined}
              >
                <strong>{title}</strong>
                <span>{note}</span>
              </span>
            );
          })}
        </div>
        {Array.from({ length: slots }, (_, slot) => (
          <ScheduleRow
            key={minuteOf(slot)}
            slot={slot}
            from={minuteOf(slot)}
            columns={columns}
            now={now}
            place={place}
            carried={carried}
            isMovable={isMovable}
            onPress={(event, block, column, isResize) => {
              setIsByKeys(false);
              pointer.press(event, block, column, isResize);
            }}
            onOpen={(block) => {
              if (!pointer.wasDrag()) open(block);
            }}
            onFocus={(column) => {
              const at = columns[column];
              if (carried === null) {
                if (place.column !== column || place.slot !== slot) go({ column, slot, lane: 0 }, false);
                if (at !== undefined) props.onPlace(at, minuteOf(slot));
              }
            }}
            onBook={(column) => {
              if (mayBook) props.onBook(column, minuteOf(slot));
            }}
          />
        ))}
      </div>
      <VisuallyHidden aria-live="assertive">{said}</VisuallyHidden>
    </>
  );
}

/** Height of the heads, which stay in sight. */
const HEAD_PX = 44;

/** Where a look at the day begins: now, or when the first column opens. */
function firstMinute({ columns, hours, now }: ScheduleGridProps): number {
  if (columns.some(({ day }) => day === now.day)) return now.minute;
  const opens = columns.flatMap(({ open }) => (open ?? []).map(({ from }) => from));
  return opens.length === 0 ? hours.from : Math.min(...opens);
}
