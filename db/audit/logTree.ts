// The Merkle tree of a long log in little memory: one hash per 256 entries is kept, the rest is read again when asked.
import { EMPTY_ROOT, nodeHash, type RangeRoot, rangeRootOf, splitPoint } from './merkle.ts';

const TILE_LEAVES = 256;

/** A tree fed leaf by leaf; 1,000,000 entries take about 0.1 MB. */
export interface LogTree {
  readonly size: number;
  add(leaf: Buffer): void;
  root(): Buffer;
  /** Range roots for proofs. `readLeaves(from, to)` must return the leaves added earlier (positions from 0). */
  rangeRoot(readLeaves: (from: number, to: number) => Buffer[]): RangeRoot;
}

export function createLogTree(): LogTree {
  const tiles: Buffer[] = [];
  let open: Buffer[] = [];
  const tree: LogTree = {
    get size() {
      return tiles.length * TILE_LEAVES + open.length;
    },
    add(leaf) {
      open.push(leaf);
      if (open.length === TILE_LEAVES) {
        tiles.push(rangeRootOf(open)(0, TILE_LEAVES));
        open = [];
      }
    },
    root() {
      return tree.rangeRoot(() => {
        throw new Error('a whole range needs no leaves');
      })(0, tree.size);
    },
    rangeRoot(readLeaves) {
      let tileAt = -1;
      let tile: RangeRoot = rangeRootOf([]);
      const withinTile = (from: number, to: number): Buffer => {
        const index = Math.floor(from / TILE_LEAVES);
        const start = index * TILE_LEAVES;
        const whole = tiles[index];
        if (whole !== undefined && to - from === TILE_LEAVES) return whole;
        if (index !== tileAt) {
          const leaves = index === tiles.length ? open : readLeaves(start, start + TILE_LEAVES);
          tile = remember(rangeRootOf(leaves), new Map());
          tileAt = index;
        }
        return tile(from - start, to - start);
      };
      const rangeRoot: RangeRoot = remember((from, to) => {
        const middle = from + splitPoint(to - from);
        return nodeHash(reach(from, middle), reach(middle, to));
      }, new Map());
      const reach: RangeRoot = (from, to) => {
        if (to === from) return EMPTY_ROOT;
        return to - from <= TILE_LEAVES ? withinTile(from, to) : rangeRoot(from, to);
      };
      return reach;
    },
  };
  return tree;
}

// Neighbouring proofs share most of their hashes.
function remember(rangeRoot: RangeRoot, known: Map<string, Buffer>): RangeRoot {
  return (from, to) => {
    const name = `${from}-${to}`;
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const made = rangeRoot(from, to);
    known.set(name, made);
    return made;
  };
}
