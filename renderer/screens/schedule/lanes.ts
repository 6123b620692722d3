// Puts overlapping stretches side by side.
import type { Span } from '../../../shared/schedule/spans.ts';

/** Each stretch with its lane, and with the number of lanes that its group of overlapping ones needs. Two in one lane
 *  never overlap; the earliest begin on the left. */
export function lanesOf<S extends Span>(spans: readonly S[]): readonly (S & { lane: number; lanes: number })[] {
  const placed: (S & { lane: number; lanes: number })[] = [];
  let group: (S & { lane: number; lanes: number })[] = [];
  let groupEnd = -1;
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane + 1));
    for (const one of group) placed.push({ ...one, lanes });
    group = [];
  };
  for (const span of [...spans].sort((one, other) => one.from - other.from || other.to - one.to)) {
    if (span.from >= groupEnd) close();
    const taken = new Set(group.filter(({ to }) => to > span.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    group.push({ ...span, lane, lanes: 0 });
    groupEnd = Math.max(groupEnd, span.to);
  }
  close();
  return placed;
}
