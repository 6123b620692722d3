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
      const known = new Map<string, Buffer>();
      let tileAt = -1;
      let tile: Buffer[] = [];
      const withinTile = (from: number, to: number): Buffer => {
        const index = Math.floor(from / TILE_LEAVES);
        if (index === tiles.length) return rangeRootOf(open)(from - index * TILE_LEAVES, to - index * TILE_LEAVES);
        const whole = tiles[index];
        if (whole !== undefined && to - from === TILE_LEAVES) return whole;
        if (index !== tileAt) {
          tile = readLeaves(index * TILE_LEAVES, (index + 1) * TILE_LEAVES);
          tileAt = index;
        }
        return rangeRootOf(tile)(from - index * TILE_LEAVES, to - index * TILE_LEAVES);
      };
      const rangeRoot: RangeRoot = (from, to) => {
        if (to === from) return EMPTY_ROOT;
        if (to - from <= TILE_LEAVES) return withinTile(from, to);
        const name = `${from}-${to}`;
        const kept = known.get(name);
        if (kept !== undefined) return kept;
        const middle = from + splitPoint(to - from);
        const made = nodeHash(rangeRoot(from, middle), rangeRoot(middle, to));
        known.set(name, made);
        return made;
      };
      return rangeRoot;
    },
  };
  return tree;
}
