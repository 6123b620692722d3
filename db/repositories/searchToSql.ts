// What was typed into a search box as a WHERE condition: the start of a name, in either order.
import { ALWAYS, allOf, anyOf, type Condition } from '../condition.ts';

// More words than this are taken as one name; it also bounds how many texts of a statement exist.
const MOST_WORDS = 4;

/** Rows of `table` whose names start as typed: `ort`, `Ortiz, Le`, `lena ort` and `van dyke` all find their person. */
export function nameSearch(search: string, table: string): Condition {
  const typed = search.trim().replace(/\s+/g, ' ');
  if (typed === '') return ALWAYS;
  const last = (text: string) => startsWith(`${table}.last_name`, text);
  const first = (text: string) => startsWith(`${table}.first_name`, text);
  const comma = typed.indexOf(',');
  if (comma >= 0) return allOf(last(typed.slice(0, comma).trim()), first(typed.slice(comma + 1).trim()));
  const words = typed.split(' ');
  const ways = [last(typed), first(typed)];
  for (let cut = 1; cut < words.length && words.length <= MOST_WORDS; cut += 1) {
    const head = words.slice(0, cut).join(' ');
    const tail = words.slice(cut).join(' ');
    ways.push(allOf(last(head), first(tail)), allOf(first(head), last(tail)));
  }
  return anyOf(...ways);
}

/** Rows where `column` starts with `text`, without regard to case.
 *  SQLite folds ASCII letters alone, so a text with others is tried in both cases. */
export function startsWith(column: string, text: string): Condition {
  const escaped = text.replace(/[\\%_]/g, (character) => `\\${character}`);
  const patterns = new Set([`${escaped.toLowerCase()}%`]);
  if (/[^\p{ASCII}]/u.test(escaped)) patterns.add(`${escaped.toUpperCase()}%`);
  return anyOf(...[...patterns].map((pattern) => ({ sql: `${column} LIKE ? ESCAPE '\\'`, parameters: [pattern] })));
}

/** Rows whose whole number starts with the digits of `typed`, by ranges, so that an index serves. */
export function numberStartsWith(column: string, typed: number): Condition {
  const ranges: Condition[] = [];
  for (let low = typed, width = 1; low + width <= 1_000_000_000; low *= 10, width *= 10) {
    ranges.push({ sql: `${column} BETWEEN ? AND ?`, parameters: [low, low + width - 1] });
    if (low === 0) break;
  }
  return anyOf(...ranges);
}
