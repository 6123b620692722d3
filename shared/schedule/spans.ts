// Half-open stretches of time: `from` belongs to it, `to` does not. Units are the caller's: minutes of a day, or instants.

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether two stretches have a moment in common; an empty one has none. */
export function overlaps(one: Span, other: Span): boolean {
  return Math.max(one.from, other.from) < Math.min(one.to, other.to);
}

/** The same moments as few stretches in order, none touching another. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    if (from >= to) continue;
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The moments of `spans` that lie in none of `taken`. */
export function withoutSpans(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  let left = joinSpans(spans);
  for (const hole of joinSpans(taken))
    left = left.flatMap((span) =>
      overlaps(span, hole)
        ? [
            { from: span.from, to: Math.max(span.from, hole.from) },
            { from: Math.min(span.to, hole.to), to: span.to },
          ].filter(({ from, to }) => from < to)
        : [span],
    );
  return left;
}

/** Whether every moment of `inner` lies in one of `spans`. */
export function covers(spans: readonly Span[], inner: Span): boolean {
  return joinSpans(spans).some(({ from, to }) => from <= inner.from && inner.to <= to);
}
