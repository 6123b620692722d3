// What is left of typed work once it is saved: what was typed while it was being saved.

interface Work {
  readonly typed: object;
  readonly reason: string;
}

/** `now` without the fields and the reason that stand as they did in `saved`. */
export function typedSince<W extends Work>(saved: W, now: W): W {
  const before = new Map(Object.entries(saved.typed));
  const typed = Object.fromEntries(Object.entries(now.typed).filter(([name, value]) => before.get(name) !== value));
  return { ...now, typed, reason: now.reason === saved.reason ? '' : now.reason };
}
