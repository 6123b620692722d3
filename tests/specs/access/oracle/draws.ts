// A source of chance with the draws a practice needs.

export class Draws {
  readonly #next: () => number;
  constructor(next: () => number) {
    this.#next = next;
  }
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
  chance(part: number): boolean {
    return this.#next() < part;
  }
  one<T>(list: readonly T[]): T {
    const drawn = list[this.below(list.length)];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  }
  /** Each element with the given chance. */
  some<T>(list: readonly T[], part: number): T[] {
    return list.filter(() => this.chance(part));
  }
}
